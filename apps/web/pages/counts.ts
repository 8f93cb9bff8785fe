import type { AgendaState, ProposalCounts } from '@kernagenda/proposals/domain';
import type { SumPart } from '@kernagenda/shared/ui';

type Counts = Readonly<Partial<Record<AgendaState, number>>>;

export interface Tally {
  readonly points: number;
  readonly done: number;
  readonly motion: number;
  readonly talk: number;
}

/** Counts in the three tints of the map: done, work going on, and wishes and plans. What was refused or merged is left out. */
export function tallyOf(counts: Counts): Tally {
  const count = (...states: AgendaState[]): number => states.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  const done = count('done');
  const motion = count('planned', 'in_progress');
  const talk = count('wish', 'exploring', 'on_agenda', 'on_hold');
  return { points: done + motion + talk, done, motion, talk };
}

/** The tint for what is most going on; of equals the one nearest to done. */
export function toneOf({ done, motion, talk }: Tally): Exclude<SumPart['tone'], 'late' | 'rest'> {
  if (talk > done && talk > motion) return 'talk';
  return motion > done ? 'motion' : 'done';
}

export const sumParts = ({ done, motion, talk }: Tally): readonly SumPart[] => [
  { tone: 'done', count: done },
  { tone: 'motion', count: motion },
  { tone: 'talk', count: talk },
];

/** Tallies by village id. */
export const talliesOf = (counts: ProposalCounts | undefined): ReadonlyMap<string, Tally> =>
  new Map((counts?.villages ?? []).map(({ villageId, counts: own }) => [villageId, tallyOf(own)]));
