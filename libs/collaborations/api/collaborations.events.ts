import type { CollaborationEvents } from '@kernagenda/collaborations/domain';
import { defineEvents } from '@kernagenda/shared/api';

const event = defineEvents<CollaborationEvents>();

export const collaborationHappened = event('collaboration.happened');
