export { findVillages, plainName } from './find-villages';
