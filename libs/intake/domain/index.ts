export { batchActions, importLimits, readRows } from './imports';
