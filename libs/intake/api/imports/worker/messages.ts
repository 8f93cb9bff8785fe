import type { FileFault, FileRow } from '@kernagenda/intake/domain/imports';

/** What stands in a file: its first row with words, and the rows below that. */
export interface FileTable {
  readonly headings: readonly string[];
  readonly rows: readonly FileRow[];
  /** Names of sheets with words that were not read. */
  readonly leftOut: readonly string[];
}

/** What the reading process answers, once. */
export type FileAnswer = { readonly table: FileTable } | { readonly fault: FileFault };

/** A file cannot be read; says why. */
export class UnreadableFile extends Error {
  constructor(readonly fault: FileFault) {
    super(fault);
  }
}
