import { defineEvents } from '@kernagenda/shared/api';
import type { CommitmentEvents } from '@kernagenda/commitments/domain';

const event = defineEvents<CommitmentEvents>();

export const pointAnswered = event('commitment.answered');
export const feasibilityFound = event('commitment.assessed');
export const storyTold = event('commitment.story_told');
export const commitmentMade = event('commitment.made');
export const commitmentMoved = event('commitment.moved');
export const commitmentKept = event('commitment.kept');
export const commitmentWithdrawn = event('commitment.withdrawn');
export const commitmentLate = event('commitment.late');
export const statusUpdated = event('commitment.updated');
export const saidHidden = event('commitment.said_hidden');
export const refreshAsked = event('commitment.refresh_asked');
