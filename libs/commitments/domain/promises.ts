import type { PhotoView, Theme } from '@kernagenda/proposals/domain';
import type { TeamRef, VillageRef } from '@kernagenda/villages/domain';
import type { CommitmentAction, PointAction, PromisingPart } from './promise-actions';
import type { SaidAction } from './said-actions';
import type { StatusSince } from './silence';
import type { Standing } from './standing';

/** Lengths in characters, counts, and how far ahead a day may lie. */
export const promiseLimits = {
  answer: { text: { min: 10, max: 4000 }, why: { min: 10, max: 2000 }, alternative: { max: 2000 } },
  feasibility: { text: { min: 10, max: 2000 } },
  story: {
    before: { min: 10, max: 1000 },
    after: { min: 10, max: 2000 },
    partners: { max: 500 },
    thanks: { max: 500 },
  },
  what: { min: 5, max: 300 },
  reason: { min: 10, max: 500 },
  question: { min: 10, max: 500 },
  update: { max: 2000 },
  milestone: { title: { min: 2, max: 120 }, perPoint: 20 },
  photos: 5,
  /** A promise or milestone is for at most so many years from now. */
  yearsAhead: 10,
  /** So many of the newest updates a point shows. */
  shownUpdates: 100,
  /** Photos one person keeps that are not sent yet, and for how long. */
  unsentPhotos: 10,
  unsentPhotoSeconds: 86_400,
} as const;

/** What the town hall says about a point, and why; an alternative where there is one, else empty. */
export interface AnswerInput {
  readonly text: string;
  readonly why: string;
  readonly alternative: string;
}

/** Why one answer or update is hidden from others than its author and the broker. */
export interface HideSaidInput {
  readonly reason: string;
}

/** An answer or update that can be hidden by itself; its place stays, for others without words and photos. */
export interface Hideable {
  readonly isHidden: boolean;
  /** For its author and the broker alone; null for others, and when everyone may read it. */
  readonly hiddenReason: string | null;
  readonly allowedActions: readonly SaidAction[];
}

export interface OfficialAnswer extends AnswerInput, Hideable {
  readonly id: string;
  /** Display name; null when the person left. */
  readonly author: string | null;
  readonly part: PromisingPart;
  /** The team it speaks for; null for a broker or alderman. */
  readonly team: TeamRef | null;
  readonly at: string;
}

/** `conditional`: it can be done if something else happens. What cannot be done is said by the point itself. */
export const feasibilityOutcomes = ['yes', 'conditional', 'unknown'] as const;
export type FeasibilityOutcome = (typeof feasibilityOutcomes)[number];

/** What was found out about whether a point can be done. */
export interface FeasibilityInput {
  readonly outcome: FeasibilityOutcome;
  readonly text: string;
  /** What it may cost, roughly, in whole cents; null when nobody knows. */
  readonly costCents: number | null;
  /** The day `yyyy-mm-dd` on which somebody looked, today or earlier. */
  readonly lookedOn: string;
}

/** Who looked is its author, for a team or as broker. */
export interface Feasibility extends FeasibilityInput {
  readonly id: string;
  /** Display name; null when the person left. */
  readonly author: string | null;
  readonly part: PromisingPart;
  readonly team: TeamRef | null;
  readonly at: string;
}

/** How a point that is done went, for others to learn from and to thank who did it. */
export interface StoryInput {
  readonly before: string;
  readonly after: string;
  /** What it cost in all, in whole cents; null when that is not told. */
  readonly costCents: number | null;
  /** Who took part; may be empty, as `thanks`. */
  readonly partners: string;
  readonly thanks: string;
}

/** Who told it last is its author. */
export interface Story extends StoryInput {
  /** Display name; null when the person left. */
  readonly author: string | null;
  readonly part: PromisingPart;
  readonly team: TeamRef | null;
  readonly at: string;
  /** The number for `If-Match`; 0 is sent where there is no story yet. */
  readonly version: number;
}

/** `teamId` null: the broker keeps it. `dueOn` is a day `yyyy-mm-dd`, today or later. */
export interface CommitmentInput {
  readonly what: string;
  readonly teamId: string | null;
  readonly dueOn: string;
}

/** A photo that was kept before (`POST /update-photos`), with what can be seen or the choice to say nothing. */
export interface UpdatePhotoInput {
  readonly id: string;
  readonly description: string;
  readonly isUndescribed: boolean;
}

/** A text, a photo, or both. */
export interface UpdateInput {
  readonly text: string;
  readonly photos: readonly UpdatePhotoInput[];
}

/** What shows that it was kept: a text, a photo, or both. */
export type KeepInput = UpdateInput;

/** Another due day, and why; the first one stays in the history. */
export interface MoveInput {
  readonly dueOn: string;
  readonly reason: string;
}

/** What has to be answered before it can go on. */
export interface AskInput {
  readonly question: string;
}

export interface WithdrawInput {
  readonly reason: string;
}

/** `when` is a month `yyyy-mm` or a day `yyyy-mm-dd`, in the past or to come. */
export interface MilestoneInput {
  readonly title: string;
  readonly when: string;
}

export interface MilestoneUpdate extends MilestoneInput {
  readonly isReached: boolean;
}

export interface Milestone extends MilestoneInput {
  readonly id: string;
  /** The instant it was marked as reached; null while it was not. */
  readonly reachedAt: string | null;
}

/** `news`: somebody wrote it. `kept`: the evidence of a promise. `still_right`: confirmed that nothing changed. */
export const updateKinds = ['news', 'kept', 'still_right'] as const;
export type UpdateKind = (typeof updateKinds)[number];

export interface StatusUpdate extends Hideable {
  readonly id: string;
  readonly kind: UpdateKind;
  /** Empty for `still_right`, whose words stand in the dictionary. */
  readonly text: string;
  /** Files at `/api/v1/update-photos/{id}/{size}`. */
  readonly photos: readonly PhotoView[];
  readonly author: string | null;
  readonly part: PromisingPart;
  readonly team: TeamRef | null;
  readonly at: string;
  /** The promise it is the evidence of; null for all else. */
  readonly commitmentId: string | null;
}

/** What happened to a promise; `made` first. */
export const commitmentSteps = ['made', 'moved', 'asked', 'resumed', 'kept', 'withdrawn'] as const;
export type CommitmentStepKind = (typeof commitmentSteps)[number];

export interface CommitmentStep {
  readonly kind: CommitmentStepKind;
  readonly at: string;
  /** Why it was moved or withdrawn, or what was asked; null for all else. */
  readonly text: string | null;
  /** The due day it had from this step on, `yyyy-mm-dd`. */
  readonly dueOn: string;
}

/** A promise as lists show it. */
export interface CommitmentSummary {
  readonly id: string;
  readonly what: string;
  /** Who keeps it; null is the broker. */
  readonly team: TeamRef | null;
  readonly dueOn: string;
  readonly firstDueOn: string;
  readonly standing: Standing;
  /** True while a question is out: the town hall waits for an answer and nobody is reminded. */
  readonly isWaiting: boolean;
  readonly madeAt: string;
  readonly keptAt: string | null;
  readonly point: { readonly id: string; readonly title: string; readonly theme: Theme };
  readonly village: VillageRef;
}

export interface CommitmentView extends Omit<CommitmentSummary, 'point' | 'village'> {
  /** Oldest first. */
  readonly steps: readonly CommitmentStep[];
  /** The number for `If-Match`. */
  readonly version: number;
  readonly allowedActions: readonly CommitmentAction[];
}

/** For whom this person can promise something. */
export interface PromiseOptions {
  readonly teams: readonly TeamRef[];
  readonly isBroker: boolean;
}

/** Everything the town hall said and promised on one point, for who may read it. */
export interface PromisesView {
  /** Null while nobody told how it went. */
  readonly story: Story | null;
  /** Newest first. */
  readonly answers: readonly OfficialAnswer[];
  /** Newest first; the first one counts. */
  readonly feasibility: readonly Feasibility[];
  /** What still has to be kept first, soonest first; then what was kept or withdrawn, newest first. */
  readonly commitments: readonly CommitmentView[];
  /** Newest first. */
  readonly updates: readonly StatusUpdate[];
  /** By date. */
  readonly milestones: readonly Milestone[];
  readonly allowedActions: readonly PointAction[];
  /** Empty for who cannot promise anything here. */
  readonly options: PromiseOptions;
}

/** What a refresh link is about; looking at it changes nothing. */
export interface RefreshLinkView {
  readonly point: { readonly id: string; readonly title: string };
  readonly village: VillageRef;
  readonly since: StatusSince;
  /** `open`: can be confirmed. `confirmed`: it was. `overtaken`: there was news since, or somebody else has the point. */
  readonly state: RefreshState;
}

export const refreshStates = ['open', 'confirmed', 'overtaken'] as const;
export type RefreshState = (typeof refreshStates)[number];

export interface RefreshInput {
  readonly token: string;
}
