import { defineEvents } from '@kernagenda/shared/api';
import type { ProposalEvents } from '@kernagenda/proposals/domain';

const event = defineEvents<ProposalEvents>();

export const proposalVisibilityChanged = event('proposal.visibility_changed');
export const proposalDecided = event('proposal.decided');
export const proposalMoved = event('proposal.moved');
export const proposalMoveSettled = event('proposal.move_settled');
