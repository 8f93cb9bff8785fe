import { defineEvents } from '@kernagenda/shared/api';
import type { IntakeEvents } from '@kernagenda/intake/domain';

const event = defineEvents<IntakeEvents>();

export const wishEntered = event('intake.wish_entered');
