export { batchActions, batchStates, fileFaults, rowOutcomes, workingStates } from './batches';
export type {
  BatchAction,
  BatchCounts,
  BatchFacts,
  BatchRow,
  BatchState,
  BatchSummary,
  BatchView,
  ColumnsInput,
  FileFault,
  RowOutcome,
} from './batches';
export { headingsKey, importColumns, suggestColumns } from './columns';
export type { ColumnChoice, ImportColumn } from './columns';
export { importLimits } from './limits';
export { isSourceUrl, readRows, rowFaultCodes, shorten, titleKey, villagesByName } from './rows';
export type { FileRow, KnownHere, ReadRow, RowFault, RowFaultCode } from './rows';
export { kindNamed, stateNamed, themeNamed, wordOfKind, wordOfState, wordOfTheme } from './words';
export type { ImportedState } from './words';
