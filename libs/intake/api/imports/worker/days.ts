/** The formats of days that need no description (ECMA-376, 18.8.30). */
const builtIn = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);
const dayMs = 86_400_000;
/** 31 December 9999, counted from 1900. */
const lastDay = 2_958_465;

/** Which styles of cells show a number as a day: collects them from a document of styles. */
export function collectDayStyles(): {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  readonly days: ReadonlySet<string>;
} {
  const formats = new Set(builtIn);
  const days = new Set<string>();
  let [isCells, style] = [false, 0];
  return {
    days,
    open: (name, { numFmtId = '0', formatCode = '' }) => {
      if (name === 'cellXfs') isCells = true;
      if (name === 'numFmt' && showsDay(formatCode)) formats.add(Number(numFmtId));
      if (name !== 'xf' || !isCells) return;
      if (formats.has(Number(numFmtId))) days.add(String(style));
      style += 1;
    },
    close: (name) => {
      if (name === 'cellXfs') isCells = false;
    },
  };
}

/** Whether a format has a day or a year outside words, colours and languages. */
const showsDay = (format: string): boolean => /[dy]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, ''));

/** The day a number of a spreadsheet stands for, as people write it (12-3-2021); null for what is none. */
export function dayOf(serial: number, is1904: boolean): string | null {
  if (!(serial >= 1 && serial <= lastDay)) return null;
  const begin = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  return written(new Date(begin + Math.floor(serial) * dayMs));
}

/** The day of an instant as a spreadsheet stores it, `2021-03-12T10:00:00`; the words themselves where there is none. */
export function dayOfInstant(text: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(text) ?? [];
  return year === undefined ? text : `${Number(day)}-${Number(month)}-${year}`;
}

const written = (day: Date): string => `${day.getUTCDate()}-${day.getUTCMonth() + 1}-${day.getUTCFullYear()}`;
