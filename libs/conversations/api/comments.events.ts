import { defineEvents } from '@kernagenda/shared/api';
import type { ConversationEvents } from '@kernagenda/conversations/domain';

const event = defineEvents<ConversationEvents>();

export const commentPlaced = event('comment.placed');
export const commentHidden = event('comment.hidden');
export const questionAssigned = event('question.assigned');
export const questionAnswered = event('question.answered');
export const helpAgreed = event('help.agreed');
export const helpDeclined = event('help.declined');
