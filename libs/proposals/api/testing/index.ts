export { aPhoto, changePhoto, openFile, openPhoto, removePhoto, sendFile, sendPhoto } from './a-photo';
export type { OpenedPhoto } from './a-photo';
export { ProposalBuilder, aProposal, perform, reasons, see } from './a-proposal';
export { aTown } from './a-town';
export type { TestTown } from './a-town';
