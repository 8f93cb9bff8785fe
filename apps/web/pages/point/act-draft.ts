import { proposalLimits } from '@kernagenda/proposals/domain';
import { amsterdamDay, daysAfter } from '@kernagenda/shared/domain';
import { nl } from './actions-nl';

/** The actions that have a form of their own on this page. */
export type OwnForm =
  'plan' | 'unplan' | 'finish' | 'hold' | 'mark_not_feasible' | 'merge' | 'reconsider' | 'withdraw' | 'delete';

/** What was typed in such a form; each uses the fields it asks for. */
export interface ActDraft {
  readonly reason: string;
  readonly reviewOn: string;
  readonly alternative: string;
  readonly targetId: string;
  /** Id of a team, `brokerOwns`, or empty. */
  readonly owner: string;
  readonly byResidents: boolean;
  readonly executor: string;
  readonly dueOn: string;
  readonly evidence: string;
}

/** Stands for the broker where a team is chosen. */
export const brokerOwns = 'broker';

export type Faults = Partial<Record<keyof ActDraft, string>>;

export const emptyDraft: ActDraft = {
  reason: '',
  reviewOn: '',
  alternative: '',
  targetId: '',
  owner: '',
  byResidents: false,
  executor: '',
  dueOn: '',
  evidence: '',
};

/** What has to change before this form can be sent, by field; each says what to do. */
export function faultsOf(form: OwnForm, draft: ActDraft, now: Date): Faults {
  if (form === 'merge') return draft.targetId ? {} : { targetId: nl.fields.targetId.fault };
  if (form === 'withdraw' || form === 'delete') return {};
  if (form === 'finish') return lengthFault('evidence', draft);
  if (form === 'plan') return planFaults(draft, now);
  const reason = lengthFault('reason', draft);
  if (form === 'reconsider' || form === 'unplan') return reason;
  if (form === 'mark_not_feasible') return { ...reason, ...lengthFault('alternative', draft) };
  const isDay = /^\d{4}-\d\d-\d\d$/.test(draft.reviewOn) && draft.reviewOn >= daysAfter(now, 1);
  return isDay ? reason : { ...reason, reviewOn: nl.fields.reviewOn.fault };
}

function planFaults({ owner, executor, dueOn }: ActDraft, now: Date): Faults {
  const { length } = executor.trim();
  const { min, max } = proposalLimits.executor;
  return {
    ...(owner ? {} : { owner: nl.fields.owner.fault }),
    ...(length > 0 && (length < min || length > max) ? { executor: nl.fields.executor.fault(min, max) } : {}),
    ...(dueOn >= amsterdamDay(now) ? {} : { dueOn: nl.fields.dueOn.fault }),
  };
}

function lengthFault(name: 'reason' | 'alternative' | 'evidence', draft: ActDraft): Faults {
  const { length } = draft[name].trim();
  const { min, max } = proposalLimits[name];
  if (length < min) return { [name]: nl.fields[name].short(min) };
  return length > max ? { [name]: nl.fields[name].long(max) } : {};
}
