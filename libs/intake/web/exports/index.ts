export { DownloadLinks } from './download-links';
