import { defineActions } from '@kernagenda/shared/domain';
import { steers, worksOn } from './parties';
import type { CollaborationFacts } from './parties';

export const collaborationPhases = ['exploring', 'forming', 'executing', 'evaluating', 'closed', 'paused'] as const;
export type CollaborationPhase = (typeof collaborationPhases)[number];

/** The phases one after the other; a pause is a side road. */
export const phaseSteps = ['exploring', 'forming', 'executing', 'evaluating', 'closed'] as const;

/** What the lifecycle needs to know besides. */
export interface PhaseFacts extends CollaborationFacts {
  /** Where it stood before it was paused; null while it is not. */
  readonly phaseBeforePause: CollaborationPhase | null;
}

/** The lifecycle. It does not leave `forming` without what `missingTerms` names. */
export const phaseActions = defineActions<CollaborationPhase, PhaseFacts>()({
  form: { from: ['exploring'], to: 'forming', allows: steers },
  execute: { from: ['forming'], to: 'executing', allows: steers },
  evaluate: { from: ['executing'], to: 'evaluating', allows: steers },
  close: { from: ['evaluating'], to: 'closed', allows: steers },
  /** "Niet samen verder": a normal end, with a reason. */
  stop: { from: ['exploring', 'forming', 'executing', 'paused'], to: 'closed', allows: steers },
  pause: { from: ['exploring', 'forming', 'executing'], to: 'paused', allows: steers },
  resume: {
    from: ['paused'],
    to: ({ phaseBeforePause }) => phaseBeforePause ?? 'exploring',
    allows: steers,
  },
});
export type PhaseAction = keyof typeof phaseActions;

/** Phases in which parties come in, and in which they can leave. */
export const openPhases = ['exploring', 'forming', 'executing', 'paused'] as const satisfies CollaborationPhase[];

export const isOpen = (phase: CollaborationPhase): boolean => openPhases.some((open) => open === phase);

/** Whether this person adds and changes tasks, agreements and documents: until it is closed. */
export const mayWork = (phase: CollaborationPhase, facts: CollaborationFacts): boolean =>
  phase !== 'closed' && worksOn(facts);

/** Whether this person writes what the parties agreed on: owner, end, exit, who decides, goal. */
export const mayAgree = (phase: CollaborationPhase, facts: CollaborationFacts): boolean =>
  phase !== 'closed' && steers(facts);
