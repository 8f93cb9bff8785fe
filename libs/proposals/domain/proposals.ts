import type { TeamRef, VillageRef } from '@kernagenda/villages/domain';
import type { ProposalAction } from './lifecycles';
import type { PhotoView } from './photos/photos';
import type { ActingParty, AgendaState, ModerationState } from './states';
import type { VersionAction } from './versions';

export const themes = [
  'traffic',
  'housing',
  'green',
  'play_sport',
  'meeting',
  'care',
  'energy_climate',
  'safety',
  'recreation',
  'communication',
  'other',
] as const;
export type Theme = (typeof themes)[number];

/** What carrying it out would mean: buying a thing, a service, building works, people together, or a rule. */
export const proposalKinds = ['good', 'service', 'works', 'social', 'policy'] as const;
export type ProposalKind = (typeof proposalKinds)[number];

/** Lengths in characters, used by DTOs, forms and columns alike. */
export const proposalLimits = {
  title: { min: 5, max: 120 },
  body: { max: 4000 },
  place: { max: 160 },
  reason: { min: 10, max: 2000 },
  alternative: { min: 10, max: 2000 },
  evidence: { min: 10, max: 2000 },
  executor: { min: 2, max: 120 },
} as const;

/** The text of a proposal: what (title), why (body), where (place). A draft may be incomplete, a submission has a title. */
export interface ProposalInput {
  readonly villageId: string;
  readonly title: string;
  readonly body: string;
  readonly place: string;
  readonly theme: Theme | null;
  readonly kind: ProposalKind | null;
}

export type ProposalText = Omit<ProposalInput, 'villageId'>;

export type ProposalUpdate = Partial<ProposalText>;

/** Supporters: one per person and proposal; those from other villages are counted apart. */
export interface SupportCounts {
  readonly fromVillage: number;
  readonly fromElsewhere: number;
}

/** `newest`: what was published last. `quiet`: what somebody should act on and has waited longest for news. */
export const listOrders = ['newest', 'quiet'] as const;
export type ListOrder = (typeof listOrders)[number];

/** Who has a point, and until when. */
export interface PlanView {
  /** Null when it is the work of the broker. */
  readonly team: TeamRef | null;
  /** Whether residents carry it out, alone or with the team or the other. */
  readonly byResidents: boolean;
  /** Who else carries it out: an association, the water board; null where nobody else does. */
  readonly executor: string | null;
  /** The day `yyyy-mm-dd` on which it is to be done. */
  readonly dueOn: string;
}

/** A proposal or point as lists show it: always what, who has to act, and how old this is. */
export interface ProposalSummary {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly place: string;
  readonly theme: Theme;
  readonly kind: ProposalKind | null;
  readonly village: VillageRef;
  /** Villages that share this point as one process; it is counted once. */
  readonly alsoVillages: readonly VillageRef[];
  readonly moderationState: ModerationState;
  readonly agendaState: AgendaState;
  readonly actingParty: ActingParty;
  /** Null while it is not planned; never invented for a point taken over from a public page. */
  readonly plan: PlanView | null;
  /** The instant of the last change of state on this platform; null for what was taken over from a public page. */
  readonly statusAt: string | null;
  /** The year in which a taken-over status was reported; null when unknown or when the point was born here. */
  readonly reportedYear: number | null;
  /** The public page a point was taken over from; null when it was born here. */
  readonly sourceUrl: string | null;
  readonly support: SupportCounts;
  readonly createdAt: string;
  readonly approvedAt: string | null;
  /** The number for `If-Match`. */
  readonly version: number;
}

/** One step in the public history of a point; moderation shows only that it was published, and anew. */
export interface TimelineEntry {
  readonly at: string;
  readonly action: ProposalAction | 'import' | 'approve_version';
  readonly to: string;
  /** Only of a step that was taken together with other villages. */
  readonly collaborationId?: string;
}

export interface AgendaNote {
  readonly reason: string | null;
  readonly alternative: string | null;
  /** A day `yyyy-mm-dd` on which a point on hold is looked at again. */
  readonly reviewOn: string | null;
  /** What was done, of a point that is. */
  readonly evidence: string | null;
}

/** How a wish came in that was written down for somebody else. */
export const enteredWays = ['letter', 'postcard', 'call', 'visit', 'evening'] as const;
export type EnteredWay = (typeof enteredWays)[number];

/** Support of people who lived in a village when they gave it. */
export interface VillageSupport {
  readonly village: VillageRef;
  readonly count: number;
  /** How many of them proved to live there; 0 for a village the point is not of. */
  readonly proven: number;
}

export interface ProposalView extends ProposalSummary {
  /** Display name of the author; null for a point taken over from a public page. */
  readonly author: string | null;
  /** Null when its author wrote it here. */
  readonly enteredFrom: EnteredWay | null;
  readonly isMine: boolean;
  readonly isSupportedByMe: boolean;
  readonly supportPerVillage: readonly VillageSupport[];
  readonly note: AgendaNote;
  /** In the order of their author. */
  readonly photos: readonly PhotoView[];
  readonly mergedInto: { readonly id: string; readonly title: string } | null;
  readonly timeline: readonly TimelineEntry[];
  /** How many texts were public so far, with the present one; 0 while there was none. */
  readonly versionCount: number;
  /** What this person may do now; pages show a button for each and derive nothing themselves. */
  readonly allowedActions: readonly (ProposalAction | VersionAction | 'edit' | 'delete' | 'support')[];
}

/** Points per village and agenda state; a shared point counts in every village it belongs to. */
export interface VillageCounts {
  readonly villageId: string;
  readonly counts: Readonly<Partial<Record<AgendaState, number>>>;
}

/** Counts over the municipality, each point once, and per village. */
export interface ProposalCounts {
  readonly total: Readonly<Partial<Record<AgendaState, number>>>;
  readonly villages: readonly VillageCounts[];
}

/** A point as it is taken over from a public page, with what that page reported and nothing invented. */
export interface ProposalImport {
  /** Names it among what stands at its source: together they tell whether it was taken over before. */
  readonly sourceKey: string;
  readonly sourceUrl: string;
  readonly villageId: string;
  readonly alsoVillageIds: readonly string[];
  readonly title: string;
  readonly body: string;
  readonly theme: Theme;
  readonly kind: ProposalKind | null;
  readonly agendaState: Extract<AgendaState, 'wish' | 'on_agenda' | 'in_progress' | 'done'>;
  readonly reportedYear: number | null;
}

/** A step along the agenda that needs no words. */
export interface MoveInput {
  /** Whether who makes it wants time to take it back. */
  readonly undoable: boolean;
}

/** Who takes a point on and until when; `teamId` null is the broker. */
export interface PlanInput {
  readonly teamId: string | null;
  readonly byResidents: boolean;
  readonly executor: string | null;
  readonly dueOn: string;
}

/** For whom this person can plan a point. */
export interface PlanOptions {
  readonly teams: readonly TeamRef[];
  readonly isBroker: boolean;
}

export interface UnplanInput {
  readonly reason: string;
}

/** What shows that it was done. */
export interface FinishInput {
  readonly evidence: { readonly text: string };
}

export interface HoldInput {
  readonly reason: string;
  readonly reviewOn: string;
}

export interface NotFeasibleInput {
  readonly reason: string;
  readonly alternative: string;
}

export interface MergeInput {
  readonly targetId: string;
}
