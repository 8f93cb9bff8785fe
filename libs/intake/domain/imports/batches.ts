import type { Actor } from '@kernagenda/identity/domain';
import { hasRole } from '@kernagenda/identity/domain';
import { defineActions } from '@kernagenda/shared/domain';
import type { ColumnChoice } from './columns';
import type { RowFault } from './rows';

/** `read`: tried, and nothing is taken over. `undone`: what it brought is gone, but for what people did something with. */
export const batchStates = ['read', 'importing', 'imported', 'undoing', 'undone'] as const;
export type BatchState = (typeof batchStates)[number];

/** The states in which a job is at work. */
export const workingStates = ['importing', 'undoing'] as const satisfies BatchState[];

const isAdmin = ({ actor }: BatchFacts): boolean => hasRole(actor, 'admin');

export interface BatchFacts {
  readonly actor: Actor | null;
}

/** What an administrator does with a file. The steps to `imported` and `undone` are those of the job itself. */
export const batchActions = defineActions<BatchState, BatchFacts>()({
  choose_columns: { from: ['read'], to: 'read', allows: isAdmin },
  confirm: { from: ['read'], to: 'importing', allows: isAdmin },
  /** Nothing of it is left afterwards, in whatever state that would be. */
  discard: { from: ['read'], to: 'read', allows: isAdmin },
  /** Stops, and takes back what was taken over so far: half a file helps nobody. */
  cancel: { from: ['importing'], to: 'undoing', allows: isAdmin },
  undo: { from: ['imported'], to: 'undoing', allows: isAdmin },
});
export type BatchAction = keyof typeof batchActions;

/** What a row would do: `differs` says something else than the point that stands here, which stays as it is. */
export const rowOutcomes = ['new', 'same', 'differs', 'faulty'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

/** Rows by what they would do or did. */
export interface BatchCounts extends Readonly<Record<RowOutcome, number>> {
  /** Of the new ones, how many are taken over. */
  readonly taken: number;
  /** Of those, how many are taken back. */
  readonly gone: number;
  /** Taken over, and staying although the batch is taken back: somebody did something with them. */
  readonly kept: number;
}

export interface BatchSummary {
  readonly id: string;
  readonly state: BatchState;
  readonly fileName: string;
  /** Who brought it. */
  readonly by: string;
  readonly createdAt: string;
  /** Since when it is imported or undone. */
  readonly finishedAt: string | null;
  readonly counts: BatchCounts;
  readonly allowedActions: readonly BatchAction[];
  /** The number for `If-Match`. */
  readonly version: number;
}

export interface BatchView extends BatchSummary {
  readonly headings: readonly string[];
  /** Names of sheets with words that were not read. */
  readonly leftOut: readonly string[];
  readonly columns: ColumnChoice;
  /** Where the points of the file stand, for rows that do not say. */
  readonly sourceUrl: string | null;
}

/** One row of a file, and what it comes to. */
export interface BatchRow {
  readonly number: number;
  readonly village: string;
  readonly title: string;
  readonly outcome: RowOutcome;
  readonly faults: readonly RowFault[];
  /** The point it became, or is already; null while there is none. */
  readonly proposalId: string | null;
  /** Whether its point stays although the batch was taken back. */
  readonly isKept: boolean;
}

/** What an administrator says of a file: what its columns are, and where its points stand. */
export interface ColumnsInput {
  readonly columns: ColumnChoice;
  readonly sourceUrl: string | null;
}

/** Why a file cannot be read; nothing of it is kept. */
export const fileFaults = [
  'too_large',
  'unpacks_too_large',
  'too_many_rows',
  'too_many_columns',
  'too_much_text',
  'no_rows',
  'locked',
  'old_format',
  'unknown_format',
  'broken',
  'took_too_long',
] as const;
export type FileFault = (typeof fileFaults)[number];
