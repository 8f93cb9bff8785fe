import { proposalLimits } from '@kernagenda/proposals/domain';
import { amsterdamDay } from '@kernagenda/shared/domain';
import { nl } from './actions-nl';

/** The actions that have a form of their own on this page. */
export type OwnForm = 'hold' | 'mark_not_feasible' | 'merge' | 'reconsider' | 'withdraw' | 'delete';

/** What was typed in such a form; each uses the fields it asks for. */
export interface ActDraft {
  readonly reason: string;
  readonly reviewOn: string;
  readonly alternative: string;
  readonly targetId: string;
}

export type Faults = Partial<Record<keyof ActDraft, string>>;

export const emptyDraft: ActDraft = { reason: '', reviewOn: '', alternative: '', targetId: '' };

const dayMs = 86_400_000;

/** The calendar day after this one in Amsterdam, `yyyy-mm-dd`. */
export const dayAfter = (now: Date): string =>
  new Date(Date.parse(`${amsterdamDay(now)}T00:00:00Z`) + dayMs).toISOString().slice(0, 10);

/** What has to change before this form can be sent, by field; each says what to do. */
export function faultsOf(form: OwnForm, draft: ActDraft, now: Date): Faults {
  if (form === 'merge') return draft.targetId ? {} : { targetId: nl.fields.targetId.fault };
  if (form === 'withdraw' || form === 'delete') return {};
  const reason = lengthFault('reason', draft);
  if (form === 'reconsider') return reason;
  if (form === 'mark_not_feasible') return { ...reason, ...lengthFault('alternative', draft) };
  const isDay = /^\d{4}-\d\d-\d\d$/.test(draft.reviewOn) && draft.reviewOn >= dayAfter(now);
  return isDay ? reason : { ...reason, reviewOn: nl.fields.reviewOn.fault };
}

function lengthFault(name: 'reason' | 'alternative', draft: ActDraft): Faults {
  const { length } = draft[name].trim();
  const { min, max } = proposalLimits[name];
  if (length < min) return { [name]: nl.fields[name].short(min) };
  return length > max ? { [name]: nl.fields[name].long(max) } : {};
}
