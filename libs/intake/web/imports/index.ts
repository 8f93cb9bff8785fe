export { ImportsClient, importResource, importRowsResource, importsResource } from './imports-client';
export { columnWords, faultText, fileFaultWords } from './nl';
