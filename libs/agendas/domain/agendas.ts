import type { FeasibilityOutcome } from '@kernagenda/commitments/domain';
import type { AgendaState, PlanView, ProposalSummary } from '@kernagenda/proposals/domain';
import { amsterdamDay } from '@kernagenda/shared/domain';
import type { TeamRef, VillageRef } from '@kernagenda/villages/domain';
import type { AgendaAction } from './rights';

/** Lengths in characters; `points` is how many one agenda holds at most, `feed` how many news items its feed has, `villages`
 * how many villages share one at most. */
export const agendaLimits = { receivedBy: { min: 2, max: 200 }, points: 1000, feed: 50, villages: 30 } as const;

export const agendaTerms = {
  /** Who keeps an agenda is reminded when nothing was frozen for so long: twice a year, in whole weeks. */
  remindAfterDays: 182,
  /** Of so many agendas in one night, the longest unfrozen first: those of one import are all due at once. */
  remindPerNight: 5,
} as const;

/** `promise`: the town hall said so. `milestone`: it is aimed at. */
export const dueKinds = ['promise', 'milestone'] as const;
export type DueKind = (typeof dueKinds)[number];

/** What is promised or aimed at on a point and still to come. */
export interface AgendaDue {
  readonly id: string;
  readonly kind: DueKind;
  readonly what: string;
  /** The last day `yyyy-mm-dd` of a promise; the day, or the month `yyyy-mm`, of a milestone. */
  readonly when: string;
  /** Who keeps a promise; null is the broker. Null of a milestone. */
  readonly team: TeamRef | null;
  /** The instant it was last said otherwise. */
  readonly changedAt: string;
}

/** A point as it stands on an agenda, now or in a version: what, who has to act, since when. */
export interface AgendaPoint extends Pick<
  ProposalSummary,
  | 'id'
  | 'title'
  | 'body'
  | 'place'
  | 'theme'
  | 'village'
  | 'alsoVillages'
  | 'agendaState'
  | 'actingParty'
  | 'plan'
  | 'statusAt'
  | 'reportedYear'
  | 'sourceUrl'
  | 'createdAt'
> {
  /** What was last found out about whether it can be done, and on which day `yyyy-mm-dd`; null where nobody looked. */
  readonly feasibility: { readonly outcome: FeasibilityOutcome; readonly lookedOn: string } | null;
  /** Why it waits or cannot be; null where nothing was said. */
  readonly reason: string | null;
  /** What can be instead of what is not feasible. */
  readonly alternative: string | null;
  /** The day `yyyy-mm-dd` on which what is on hold is looked at again. */
  readonly reviewOn: string | null;
  /** By date, as it is now: a version holds none, what was promised stands with the point (ADR 29). */
  readonly dues: readonly AgendaDue[];
}

/** A version by what stands on its cover. */
export interface AgendaVersionSummary {
  /** Counts the versions of one agenda, from 1. */
  readonly number: number;
  readonly frozenAt: string;
  /** The day `yyyy-mm-dd` as of which it describes the village. */
  readonly referenceOn: string;
  /** Whom it was handed to, in the words of who froze it. */
  readonly receivedBy: string;
  /** How many points it had when it was frozen. */
  readonly points: number;
}

/** The agenda of one or more villages: whose it is, and which versions there are. */
export interface AgendaView {
  /** By name. */
  readonly villages: readonly VillageRef[];
  /** Where people find the village, as it stands on paper. */
  readonly url: string;
  /** The newest first. */
  readonly versions: readonly AgendaVersionSummary[];
  readonly allowedActions: readonly AgendaAction[];
}

/** What stands on an agenda now. */
export interface AgendaContent {
  readonly villages: readonly VillageRef[];
  /** The instant at which it was read. */
  readonly at: string;
  readonly points: readonly AgendaPoint[];
}

/** A version as it can be read today. */
export interface AgendaVersionView extends AgendaVersionSummary {
  readonly villages: readonly VillageRef[];
  /** Without the points that are no longer public. */
  readonly content: readonly AgendaPoint[];
  /** How many points it had that nobody may read any more. */
  readonly leftOut: number;
}

export interface FreezeInput {
  readonly referenceOn: string;
  readonly receivedBy: string;
}

/** The villages that have one agenda from now on, the one of the address among them. */
export interface ShareInput {
  readonly villageIds: readonly string[];
}

/** The parts of an agenda, in reading order. */
export const agendaParts = ['running', 'wishes', 'not_feasible', 'done'] as const;
export type AgendaPart = (typeof agendaParts)[number];

const partOfState: Readonly<Record<AgendaState, AgendaPart | null>> = {
  wish: 'wishes',
  exploring: 'wishes',
  on_agenda: 'running',
  planned: 'running',
  in_progress: 'running',
  on_hold: 'running',
  not_feasible: 'not_feasible',
  done: 'done',
  merged: null,
  withdrawn: null,
};

/** The states a point can have on an agenda; what was merged or withdrawn is on none. */
export const statesOnAgenda = (Object.keys(partOfState) as AgendaState[]).filter((state) => partOfState[state]);

/** The points of one part, in the order they came. */
export const pointsIn = (points: readonly AgendaPoint[], part: AgendaPart): readonly AgendaPoint[] =>
  points.filter(({ agendaState }) => partOfState[agendaState] === part);

/** Who can carry a point out; `other` is named in the plan. */
export type ExecutingParty = 'municipality' | 'residents' | 'other';

/** Who carries a planned point out: one of them, or several together. */
export interface Executor {
  readonly parties: readonly ExecutingParty[];
  /** The team of the municipality; null where the broker sees to it. */
  readonly team: string | null;
  /** The name of the other one; null without one. */
  readonly other: string | null;
}

/** Who carries a planned point out; null while nobody took it on. Where nobody is named it is the municipality. */
export function executorOf(plan: PlanView | null): Executor | null {
  if (!plan) return null;
  const { team, byResidents, executor } = plan;
  const parties: readonly ExecutingParty[] = [
    ...(team || !(byResidents || executor) ? (['municipality'] as const) : []),
    ...(byResidents ? (['residents'] as const) : []),
    ...(executor ? (['other'] as const) : []),
  ];
  return { parties, team: team?.name ?? null, other: executor };
}

/** The day `yyyy-mm-dd` on which a point is to be done or looked at again; null where none was set. */
export function dayOf({
  agendaState,
  plan,
  reviewOn,
}: Pick<AgendaPoint, 'agendaState' | 'plan' | 'reviewOn'>): string | null {
  if (agendaState === 'on_hold') return reviewOn;
  return agendaState === 'planned' || agendaState === 'in_progress' ? (plan?.dueOn ?? null) : null;
}

/** Whether the last day of a promise is over; a milestone is an aim and never late. */
export const isLate = ({ kind, when }: Pick<AgendaDue, 'kind' | 'when'>, at: Date): boolean =>
  kind === 'promise' && when < amsterdamDay(at);
