import type { NamedPerson } from '@kernagenda/identity/domain';
import type { AgendaState, Theme } from '@kernagenda/proposals/domain';
import type { Page } from '@kernagenda/shared/domain';
import type { TeamRef, VillageRef } from '@kernagenda/villages/domain';
import type { PartnerKind, PartyKind, PartyRole } from './parties';
import type { CollaborationPhase, PhaseAction } from './phases';

/** Lengths in characters, and how many of each one collaboration holds. */
export const collaborationLimits = {
  title: { min: 4, max: 120 },
  partnerName: { min: 2, max: 80 },
  reason: { min: 5, max: 500 },
  exitRule: { min: 5, max: 500 },
  decidingBody: { min: 3, max: 120 },
  goal: 300,
  result: 2000,
  staysLocal: 500,
  task: { min: 3, max: 200 },
  agreementTitle: { min: 3, max: 120 },
  agreementBody: 2000,
  documentTitle: { min: 3, max: 120 },
  documentUrl: 500,
  parties: 60,
  tasks: 200,
  agreements: 200,
  documents: 100,
} as const;

/** The three K's (kwaliteit, kosten, continuïteit) a collaboration is for; empty where it does not matter. */
export interface Goal {
  readonly quality: string;
  readonly cost: string;
  readonly continuity: string;
}

/** What the parties agreed on before they begin. */
export interface TermsInput {
  readonly title: string;
  readonly ownerId: string | null;
  /** The last day `yyyy-mm-dd`, after today. */
  readonly endsOn: string | null;
  readonly exitRule: string;
  readonly decidingBody: string;
  readonly goal: Goal;
  /** How it is now, to compare with later. */
  readonly baseline: string;
  /** What each village keeps doing for itself. */
  readonly staysLocal: string;
}

/** What it lacks to leave `forming`. */
export const neededTerms = ['ownerId', 'endsOn', 'exitRule', 'decidingBody'] as const satisfies (keyof TermsInput)[];
export type NeededTerm = (typeof neededTerms)[number];

/** The terms that have to be there before it leaves `forming`, and are not. */
export const missingTerms = (terms: Readonly<Record<NeededTerm, string | null>>): readonly NeededTerm[] =>
  neededTerms.filter((name) => !terms[name]);

export interface PartyView {
  readonly id: string;
  readonly kind: PartyKind;
  readonly role: PartyRole;
  readonly village: VillageRef | null;
  readonly team: TeamRef | null;
  readonly partner: { readonly kind: PartnerKind; readonly name: string } | null;
  readonly joinedAt: string;
  /** Null while it takes part. */
  readonly leftAt: string | null;
  readonly leftReason: string | null;
  /** The points of this village that are carried out together. */
  readonly points: readonly {
    readonly proposalId: string;
    readonly title: string;
    readonly agendaState: AgendaState;
  }[];
  readonly allowedActions: readonly PartyAction[];
}

export const partyActionNames = ['cast', 'leave'] as const;
export type PartyAction = (typeof partyActionNames)[number];

/** What happened, newest last; public. */
export const historyKinds = [
  'flagged',
  'started',
  'phase',
  'joined',
  'left',
  'role',
  'terms',
  'agreed',
  'purchase',
] as const;
export type HistoryKind = (typeof historyKinds)[number];

export interface HistoryEntry {
  readonly id: string;
  readonly kind: HistoryKind;
  readonly at: string;
  /** Which party, by name; null when it is about all. */
  readonly party: string | null;
  /** The phase it came to, the role, or the state of the purchase; null otherwise. */
  readonly to: string | null;
  /** What was agreed, in a few words; null otherwise. */
  readonly title: string | null;
  /** What was agreed, or the reason; null otherwise. */
  readonly text: string | null;
}

export interface TaskView {
  readonly id: string;
  readonly title: string;
  readonly person: NamedPerson | null;
  readonly partyId: string | null;
  readonly dueOn: string | null;
  readonly doneAt: string | null;
  readonly version: number;
}

export interface TaskInput {
  readonly title: string;
  readonly personId: string | null;
  readonly partyId: string | null;
  /** A day `yyyy-mm-dd`. */
  readonly dueOn: string | null;
  readonly isDone: boolean;
}

export interface AgreementInput {
  readonly title: string;
  readonly body: string;
  /** A day `yyyy-mm-dd`, today or earlier. */
  readonly decidedOn: string;
}

/** A place on the web where a document stands; https alone. */
export interface DocumentInput {
  readonly title: string;
  readonly url: string;
}

export interface DocumentView extends DocumentInput {
  readonly id: string;
  readonly addedBy: string | null;
  readonly addedAt: string;
}

export interface CollaborationSummary {
  readonly id: string;
  readonly title: string;
  readonly phase: CollaborationPhase;
  readonly theme: Theme;
  /** Of those that take part. */
  readonly villages: readonly VillageRef[];
  readonly endsOn: string | null;
  /** Whether it ended by "niet samen verder". */
  readonly isStopped: boolean;
  readonly statusAt: string;
}

export type CollaborationPage = Page<CollaborationSummary>;

/** What only who takes part reads. */
export interface PartiesOnly {
  readonly threadId: string;
  readonly tasks: readonly TaskView[];
  readonly documents: readonly DocumentView[];
  /** Who can own it or be given a task. */
  readonly people: readonly NamedPerson[];
}

export const collaborationActionNames = ['agree', 'work', 'cast', 'join', 'bring_partner'] as const;
export type CollaborationAction = PhaseAction | (typeof collaborationActionNames)[number];

/** One collaboration; all but `forParties` is public. */
export interface CollaborationView extends CollaborationSummary {
  readonly version: number;
  readonly phaseBeforePause: CollaborationPhase | null;
  readonly owner: NamedPerson | null;
  readonly exitRule: string;
  readonly decidingBody: string;
  readonly goal: Goal;
  readonly baseline: string;
  readonly result: string;
  readonly staysLocal: string;
  /** Why it stopped; null unless it did. */
  readonly stopReason: string | null;
  readonly missingTerms: readonly NeededTerm[];
  readonly createdAt: string;
  readonly parties: readonly PartyView[];
  readonly history: readonly HistoryEntry[];
  readonly allowedActions: readonly CollaborationAction[];
  /** Villages and teams this person can bring in. */
  readonly canBringIn: { readonly villages: readonly VillageRef[]; readonly teams: readonly TeamRef[] };
  /** Null for who does not take part. */
  readonly forParties: PartiesOnly | null;
}

export interface StartInput {
  readonly title: string;
  /** Points of villages this person signs for, at least one; each brings its village. */
  readonly proposalIds: readonly string[];
}

export interface ReasonInput {
  readonly reason: string;
}

export interface CloseInput {
  readonly result: string;
}

/** A village or a team that comes in, or somebody outside; exactly one of the three. */
export interface JoinInput {
  readonly villageId?: string | null;
  readonly teamId?: string | null;
  readonly partner?: { readonly kind: PartnerKind; readonly name: string } | null;
  readonly role: PartyRole;
  /** Points of the village that are carried out together. */
  readonly proposalIds?: readonly string[];
}

export interface CastInput {
  readonly role: PartyRole;
}
