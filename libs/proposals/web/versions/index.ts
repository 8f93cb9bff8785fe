export { TextDiff } from './text-diff';
export { versionsResource } from './versions-resource';
