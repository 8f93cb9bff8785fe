export { findVillages } from './find-villages';
