/** What a spreadsheet takes for the beginning of a formula, as OWASP lists it under "CSV Injection". */
const beginsFormula = /^[\s\u00a0]*[=+\-@\t\r＝＋－＠]/;

/**
 * Rows as CSV that spreadsheets of the Netherlands open with a click: semicolons, UTF-8 with a mark, every cell in
 * quotes. A cell that a spreadsheet would compute begins with an apostrophe, so that it stays the text it is.
 */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => row.map(toCell).join(';')).join('\r\n')}\r\n`;

function toCell(text: string): string {
  const safe = beginsFormula.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
