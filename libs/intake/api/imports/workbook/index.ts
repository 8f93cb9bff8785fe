export { pack, workbookFiles, writeWorkbook } from './write-workbook';
export type { PackedFile } from './write-workbook';
