import type { EscalationLevel } from './standing';

/** Sent in the transaction of the change; handled at least once. */
export interface CommitmentEvents {
  'commitment.answered': { readonly answerId: string; readonly actorId: string };
  /** Somebody wrote down whether a point can be done. */
  'commitment.assessed': { readonly feasibilityId: string; readonly actorId: string };
  /** Somebody told for the first time how a point that is done went. */
  'commitment.story_told': { readonly storyId: string; readonly actorId: string };
  'commitment.made': { readonly commitmentId: string; readonly actorId: string };
  'commitment.moved': { readonly commitmentId: string; readonly stepId: string; readonly actorId: string };
  'commitment.kept': { readonly commitmentId: string; readonly actorId: string };
  'commitment.withdrawn': { readonly commitmentId: string; readonly stepId: string; readonly actorId: string };
  /** Not kept on its due day, so many working days ago that the next one is told. */
  'commitment.late': { readonly commitmentId: string; readonly dueOn: string; readonly level: EscalationLevel };
  /** Somebody wrote news of a point. */
  'commitment.updated': { readonly updateId: string; readonly actorId: string };
  /** A broker hid an answer or update, at an instant in ISO 8601: what is hidden again is hidden at another one. */
  'commitment.said_hidden': { readonly saidId: string; readonly at: string; readonly actorId: string };
  /** Nobody said anything about a point for so long that its owner is asked whether it still is so. */
  'commitment.refresh_asked': { readonly askId: string };
}
