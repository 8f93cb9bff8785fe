import { reasonLimits } from './moderation';
import type { Decision, HouseRule } from './moderation';

/** Decisions that come with reasons. */
export const reasonedDecisions = [
  'request_changes',
  'refuse',
  'hide',
  'refuse_version',
] as const satisfies readonly Decision[];
export type ReasonedDecision = (typeof reasonedDecisions)[number];

/** Lengths in characters; one page holds them all. */
export const textBlockLimits = { name: { min: 2, max: 60 }, text: reasonLimits.explanation, count: 100 } as const;

/** A start that its writer changes: of what would be accepted, or of an answer to a message. What was sent with it stays as it was sent. */
export interface TextBlockInput {
  readonly name: string;
  /** The rule a decision rests on; null for an answer to a message. */
  readonly rule: HouseRule | null;
  /** The decision it is meant for; null for each of them, and for an answer. */
  readonly decision: ReasonedDecision | null;
  readonly text: string;
}

export interface TextBlockView extends TextBlockInput {
  readonly id: string;
  /** The number for `If-Match`. */
  readonly version: number;
}
