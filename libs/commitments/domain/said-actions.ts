import { mayModerate } from '@kernagenda/proposals/domain';
import type { ProposalFacts } from '@kernagenda/proposals/domain';
import type { UpdateKind } from './promises';

/** What the rules need to know of one official answer or update, the point it stands on, and who asks. */
export interface SaidFacts {
  readonly point: ProposalFacts;
  readonly kind: 'answer' | UpdateKind;
  readonly authorId: string | null;
  readonly isHidden: boolean;
}

/** What can be done with one answer or update besides reading it. */
export const saidActions = ['hide', 'show_again'] as const;
export type SaidAction = (typeof saidActions)[number];

const isOwn = ({ point, authorId }: SaidFacts): boolean => !!point.actor && point.actor.personId === authorId;

/** As with a comment: a broker changes its visibility, never of the own words and never on an own point. */
export const mayChangeSaid = (facts: SaidFacts): boolean => mayModerate(facts.point) && !isOwn(facts);

/** Whether this person reads it where it is hidden: its author, and the broker. */
export const mayReadHiddenSaid = (facts: SaidFacts): boolean => isOwn(facts) || mayModerate(facts.point);

/** Whether it holds words or photos of somebody; what only confirms a status has none to hide. */
export const canBeHidden = ({ kind, isHidden }: SaidFacts): boolean => !isHidden && kind !== 'still_right';

/** Everything this person may do with it now. */
export function allowedSaidActions(facts: SaidFacts): SaidAction[] {
  if (!mayChangeSaid(facts)) return [];
  if (facts.isHidden) return ['show_again'];
  return canBeHidden(facts) ? ['hide'] : [];
}
