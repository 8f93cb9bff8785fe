/**
 * A title, name or place as it is kept: one line without anything that cannot be seen. Line breaks, control characters
 * and runs of blanks become one blank; invisible characters, which turn the direction of a text around or make two names
 * look alike, go.
 */
export function oneLine(text: string): string {
  return text
    .replace(/\p{Cf}/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}
