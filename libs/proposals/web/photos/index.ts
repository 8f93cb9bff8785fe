export { PhotosClient, sendFile } from './photos-client';
