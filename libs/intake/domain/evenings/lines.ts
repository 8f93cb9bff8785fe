import { oneLine } from '@kernagenda/shared/domain';

/** What one typed line says. */
export interface ReadLine<Theme extends string = string> {
  readonly text: string;
  readonly theme: Theme | null;
  readonly group: string;
  readonly email: string | null;
}

const tag = /(?:^|\s)#(\p{L}[\p{L}\p{N}-]*)/gu;
const address = /[^\s@<>(),;:]+@[^\s@<>(),;:]+\.[\p{L}]{2,}/u;

/**
 * Reads a line as it is typed while somebody speaks: `#groen` is a theme by the beginning of one of its words, any other
 * `#word` the group it stands in, and an address is of who said it and never part of the text.
 */
export function readLine<Theme extends string>(line: string, themes: Readonly<Record<Theme, string>>): ReadLine<Theme> {
  const names = Object.keys(themes) as Theme[];
  const themeOf = (word: string): Theme | undefined =>
    names.find((name) =>
      themes[name]
        .toLowerCase()
        .split(' ')
        .some((part) => part.startsWith(word.toLowerCase())),
    );
  const words = [...line.matchAll(tag)].map(([, word]) => word ?? '');
  const found = words.flatMap((word) => (word.length > 1 ? (themeOf(word) ?? []) : []));
  const [group = ''] = words.filter((word) => word.length < 2 || !themeOf(word));
  const email = address.exec(line)?.[0] ?? null;
  return {
    text: oneLine((email ? line.replace(email, ' ') : line).replace(tag, ' ')),
    theme: found[0] ?? null,
    group: group.charAt(0).toUpperCase() + group.slice(1),
    email: email?.toLowerCase() ?? null,
  };
}
