export { isPhotoReady, photoLimits, requirePhotosReady } from './photos';
