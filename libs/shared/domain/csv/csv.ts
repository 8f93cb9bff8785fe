/** What a spreadsheet takes for the beginning of a formula, as OWASP lists it under "CSV Injection". */
const beginsFormula = /^[\s\u00a0]*[=+\-@\t\r＝＋－＠]/;
/**
 * The same behind what a spreadsheet of another country takes for the border of a cell. Not the dash of "€ 25,-", and no
 * sign after a blank, which stands in sentences.
 */
const formulaBehindBorder = /([,;\t])(?=\s*[=＝]|[+@＋＠]|[-－][\w(])/g;

/**
 * Rows as CSV that spreadsheets of the Netherlands open with a click: semicolons, UTF-8 with a mark, every cell in
 * quotes. A cell that a spreadsheet would compute begins with an apostrophe, so that it stays the text it is.
 */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => row.map(toCell).join(';')).join('\r\n')}\r\n`;

function toCell(text: string): string {
  const safe = (beginsFormula.test(text) ? `'${text}` : text).replace(formulaBehindBorder, "$1'");
  return `"${safe.replaceAll('"', '""')}"`;
}
