import { defineEvents } from '@kernagenda/shared/api';

/** What happens with evenings. */
interface EveningEvents {
  /** There are more notes to send in. */
  'evening.step': { readonly eveningId: string; readonly actorId: string };
  /** It is the morning after: who left an address with this note hears what became of it. */
  'evening.outcome': { readonly noteId: string };
}
const event = defineEvents<EveningEvents>();

export const eveningStep = event('evening.step');
export const eveningOutcome = event('evening.outcome');
