export { ImportDesk, openImportDesk } from './import-desk';
