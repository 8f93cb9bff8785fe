import type { Figured, Figures, StatusSince } from '@kernagenda/commitments/domain';
import type { BookedSaving } from '@kernagenda/procurement/domain';
import type { TeamRef, VillageRef } from '@kernagenda/villages/domain';

/**
 * `voiceDays`: a village of which nobody proposed, supported or said anything for so long is not heard. `doneDays`: how
 * long what was done is told at a visit. `rows`: how many each part of the sheet for a visit shows, so that it stays one.
 * `people`: a count of fewer people is not told.
 */
export const boardLimits = { voiceDays: 90, doneDays: 365, rows: 3, people: 5 } as const;

/** How points stand, by what happens to them. */
export const pointStandings = ['moving', 'still', 'paused', 'wishes', 'done'] as const;
export type PointStanding = (typeof pointStandings)[number];

/**
 * How many points stand how: `moving` and `still` have somebody who has to act, with and without news of the last ninety
 * days; `paused` is on hold; `wishes` are not on the agenda yet. What was refused, merged or withdrawn counts nowhere.
 */
export type PointFigures = Readonly<Record<PointStanding, number>>;

/** From which villages people were heard. Never by how many, so that it points at nobody. */
export interface Voices {
  /** The instant from which is listened. */
  readonly since: string;
  /** How many villages were heard. */
  readonly heard: number;
  /** Those that were not, by name. */
  readonly silent: readonly VillageRef[];
}

/** What buying together won, after every cost, of all purchases with an invoice; below zero it was a loss. */
export interface Savings {
  readonly netCents: number;
  /** The newest first. */
  readonly purchases: readonly BookedSaving[];
}

/** How the municipality stands, counted over what everyone may read. */
export interface BoardView {
  /** The instant at which was counted. */
  readonly at: string;
  readonly promises: Figured<Figures>;
  /** A point that villages share counts in each of them, and once in the total and in its theme. */
  readonly points: Figured<PointFigures>;
  readonly voices: Voices;
  readonly savings: Savings;
}

interface VisitPoint {
  readonly id: string;
  readonly title: string;
}

/** What was done, and whom to thank for the idea: the name that stands at the point; null where nobody is named. */
export interface DonePoint extends VisitPoint {
  /** The instant it was done. */
  readonly at: string;
  readonly author: string | null;
}

export interface StillPoint extends VisitPoint {
  readonly since: StatusSince;
  /** Who has it; null is the broker. */
  readonly team: TeamRef | null;
}

/** A point with news of the last ninety days. */
export interface MovingPoint extends VisitPoint {
  readonly since: StatusSince;
}

/** A wish that is not on the agenda yet. */
export interface WishedPoint extends VisitPoint {
  /** How often it was asked: once, and once more for every wish that was merged into it. */
  readonly times: number;
  /** How many people support it; null for too few to tell. */
  readonly support: number | null;
}

/** A question on a point of which the day to answer it is over. */
export interface LateQuestion extends VisitPoint {
  /** The day `yyyy-mm-dd` on which an answer was expected. */
  readonly dueOn: string;
}

/** The first rows, with how many there are in all. */
export interface Some<Row> {
  readonly count: number;
  readonly items: readonly Row[];
}

/** A promise with the point it was made on. */
export interface VisitPromise extends VisitPoint {
  readonly what: string;
  readonly team: TeamRef | null;
  readonly dueOn: string;
}

/** What somebody has to know who visits a village, on one sheet; only what everyone may read. */
export interface VisitView {
  readonly at: string;
  readonly village: VillageRef;
  readonly promises: Figures;
  readonly points: PointFigures;
  /** The newest first. */
  readonly done: Some<DonePoint>;
  /** Longest late first. */
  readonly late: Some<VisitPromise>;
  /** What is to be kept next, soonest first. */
  readonly next: Some<VisitPromise>;
  /** Longest still first. */
  readonly still: Some<StillPoint>;
  /** The newest news first. */
  readonly moving: Some<MovingPoint>;
  /** Most often asked and most supported first. */
  readonly wishes: Some<WishedPoint>;
  /** Longest late first. */
  readonly questions: Some<LateQuestion>;
}
