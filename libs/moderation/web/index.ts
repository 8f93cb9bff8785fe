export { DeskQueue } from './desk-queue';
export { ModerationClient, queueResource } from './moderation-client';
export { ReasonsDrafts } from './reasons-drafts';
export { ReasonsForm } from './reasons-form';
export { sentencesOf } from './sentences';
export { termOf } from './term';
export { UndoToast } from './undo-toast';
export type { Undoable } from './undo-toast';
