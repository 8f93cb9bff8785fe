/** What a file with points may be; used by reader, API and page alike. */
export const importLimits = {
  /** Of the file itself. */
  bytes: 10_000_000,
  /** Of everything in it together, once unpacked. */
  unpackedBytes: 100_000_000,
  /** Files within a spreadsheet, which is an archive. */
  entries: 1_000,
  rows: 5_000,
  columns: 60,
  /** Characters of all cells together. */
  characters: 20_000_000,
  fileName: 200,
  sourceUrl: 500,
  sourceId: 100,
  /** So many characters of what is wrong with a cell are told. */
  toldValue: 60,
  firstYear: 1900,
} as const;
