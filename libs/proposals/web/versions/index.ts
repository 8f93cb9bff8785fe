export { DiffPieces } from './diff-pieces';
export { TextDiff } from './text-diff';
export { versionsResource } from './versions-resource';
