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
  /** Characters of one cell: more than a spreadsheet keeps, and much more than any column takes. */
  cell: 32_767,
  heading: 200,
  /** Villages in one cell, and what their names together may take. */
  alsoVillages: 50,
  alsoText: 2_000,
  /** Names of sheets that are told as left out. */
  leftOut: 20,
  fileName: 200,
  sourceUrl: 500,
  sourceId: 100,
  /** So many characters of what is wrong with a cell are told. */
  toldValue: 60,
  firstYear: 1900,
} as const;
