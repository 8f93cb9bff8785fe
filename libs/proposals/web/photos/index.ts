export { PhotosClient } from './photos-client';
