/** What a mail may be that answers a thread. */
export const mailLimits = {
  /** With its files, as it travels: three photos of a telephone. */
  bytes: 15 * 1024 * 1024,
  /** Mails that are read at the same time. */
  connections: 10,
  parser: { maxNestingDepth: 20, maxHeadersSize: 256 * 1024, maxRfc822NestingDepth: 0 },
  html: { maxInputLength: 200_000, maxDepth: 50, maxChildNodes: 2000 },
  /** A picture that is part of the text and smaller than this is the logo of a signature. */
  logoBytes: 30_000,
  /** So many files that were left out are named, with so many characters each. */
  namedFiles: 10,
  fileName: 80,
  /** So many mails of a thread that were not taken are written down in an hour. */
  notes: { count: 20, seconds: 3600 },
  /** So long a mail that comes again is known. */
  rememberedDays: 30,
  /** So long a mail may come back: mail servers try for five days. */
  returnDays: 14,
} as const;
