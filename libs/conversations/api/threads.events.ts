import { defineEvents } from '@kernagenda/shared/api';
import type { ConversationEvents } from '@kernagenda/conversations/domain';

export const messageSent = defineEvents<ConversationEvents>()('message.sent');
