export { PhotoList } from './photo-list';
