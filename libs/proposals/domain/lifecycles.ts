import type { Actor, Place } from '@kernagenda/identity/domain';
import { actsAsBroker, actsAsResident, actsAsSecretary, teamsOf } from '@kernagenda/identity/domain';
import { defineActions } from '@kernagenda/shared/domain';
import { closedAgendaStates } from './states';
import type { AgendaState, ModerationState } from './states';
import { undoableFrom } from './undoable-moves';

/** What the lifecycles and the read rule need to know of a proposal and of who asks. */
export interface ProposalFacts {
  readonly actor: Actor | null;
  readonly authorId: string | null;
  /** Who wrote it down for somebody else, several at an evening; nobody when its author wrote it here. */
  readonly enteredBy: readonly string[];
  readonly place: Place;
  readonly moderationState: ModerationState;
  readonly agendaState: AgendaState;
  /** True when no broker of the place is free to moderate it, so any broker of the municipality stands in. */
  readonly needsStandIn: boolean;
  /** True while the author has edits that were made after the decision and not sent in. */
  readonly isEditedSinceDecision: boolean;
  /** True when it was already submitted once after a refusal. */
  readonly isResubmitted: boolean;
  /** The broker whose decision can still be undone, or null. */
  readonly undoableBy: string | null;
  /** Where the point stood on the agenda before it was put on hold. */
  readonly agendaStateBeforeHold: AgendaState | null;
  /** The last step along the agenda, while who made it can take it back. */
  readonly undoableMove: { readonly by: string; readonly from: AgendaState } | null;
  /** The team that planned it, or was given it; null while none has. */
  readonly teamId: string | null;
  /** The teams there are now in the municipality of the place. */
  readonly teamIds: readonly string[];
}

export const isAuthor = ({ actor, authorId }: ProposalFacts): boolean => !!actor && actor.personId === authorId;

/** Whether a person may moderate: broker for the village, never the author, nor who wrote it down for the author. */
export const mayModerate = (facts: ProposalFacts): boolean =>
  actsAsBroker(facts.actor, facts.place, facts.needsStandIn) &&
  !isAuthor(facts) &&
  !facts.enteredBy.includes(facts.actor?.personId ?? '');

const isApproved = ({ moderationState }: ProposalFacts): boolean => moderationState === 'approved';

const curates = (facts: ProposalFacts): boolean =>
  isApproved(facts) && (mayModerate(facts) || actsAsSecretary(facts.actor, facts.place));

/** Whether a decision may be taken back: never with edits on the desk that the author did not send. */
const mayTakeBack = (facts: ProposalFacts): boolean => mayModerate(facts) && !facts.isEditedSinceDecision;

/** The teams of this municipality that a person can act for here; nobody acts for a team on an own point. */
export const actingTeams = (facts: ProposalFacts): readonly string[] =>
  isAuthor(facts) ? [] : teamsOf(facts.actor, facts.place).filter((id) => facts.teamIds.includes(id));

const brokers = (facts: ProposalFacts): boolean => isApproved(facts) && mayModerate(facts);

/** The broker, or an official of the team that has the point. */
const owners = (facts: ProposalFacts): boolean =>
  brokers(facts) || (isApproved(facts) && facts.teamId !== null && actingTeams(facts).includes(facts.teamId));

/** A refused text is changed and sent in once; refused again, it stays as it is. */
const isFinal = ({ moderationState, isResubmitted }: ProposalFacts): boolean =>
  moderationState === 'refused' && isResubmitted;

/** The moderation lifecycle: whether a text may be read by everyone. A decision is public at once. */
export const moderationActions = defineActions<ModerationState, ProposalFacts>()({
  submit: {
    from: ['draft', 'changes_requested', 'refused'],
    to: 'submitted',
    allows: (facts) =>
      isAuthor(facts) && !isFinal(facts) && (facts.moderationState !== 'refused' || facts.isEditedSinceDecision),
  },
  recall: { from: ['submitted'], to: 'draft', allows: isAuthor },
  approve: { from: ['submitted'], to: 'approved', allows: mayModerate },
  request_changes: { from: ['submitted'], to: 'changes_requested', allows: mayModerate },
  refuse: { from: ['submitted'], to: 'refused', allows: mayModerate },
  hide: { from: ['approved'], to: 'hidden', allows: mayModerate },
  show_again: { from: ['hidden'], to: 'approved', allows: mayModerate },
  undo: {
    from: ['approved', 'changes_requested', 'refused'],
    to: 'submitted',
    allows: (facts) => mayTakeBack(facts) && facts.undoableBy === facts.actor?.personId,
  },
  reconsider: { from: ['refused', 'changes_requested'], to: 'submitted', allows: mayTakeBack },
});
export type ModerationAction = keyof typeof moderationActions;

/**
 * The agenda lifecycle: from wish to done, only for an approved text. Being on the agenda is not a promise.
 *
 * An official plans any point on the agenda of a village of the municipality, for an own team; from then on only that
 * team and the broker act on it, also when it is on hold or was not feasible. What is explored again has no owner.
 */
export const agendaActions = defineActions<AgendaState, ProposalFacts>()({
  explore: { from: [undoableFrom.explore], to: 'exploring', allows: curates },
  put_on_agenda: { from: [undoableFrom.put_on_agenda], to: 'on_agenda', allows: curates },
  take_off_agenda: { from: [undoableFrom.take_off_agenda], to: 'exploring', allows: curates },
  plan: {
    from: ['on_agenda'],
    to: 'planned',
    allows: (facts) => brokers(facts) || (isApproved(facts) && actingTeams(facts).length > 0),
  },
  unplan: { from: ['planned'], to: 'on_agenda', allows: owners },
  start: { from: ['planned'], to: 'in_progress', allows: owners },
  finish: { from: ['in_progress'], to: 'done', allows: owners },
  hold: { from: ['exploring', 'on_agenda', 'planned', 'in_progress'], to: 'on_hold', allows: owners },
  resume: {
    from: ['on_hold'],
    to: ({ agendaStateBeforeHold }) => agendaStateBeforeHold ?? 'exploring',
    allows: owners,
  },
  mark_not_feasible: { from: ['wish', 'exploring', 'on_agenda', 'planned'], to: 'not_feasible', allows: owners },
  reopen: { from: ['not_feasible'], to: 'exploring', allows: owners },
  merge: { from: ['wish', 'exploring'], to: 'merged', allows: brokers },
  withdraw: { from: ['wish', 'exploring'], to: 'withdrawn', allows: (facts) => isApproved(facts) && isAuthor(facts) },
});
export type AgendaAction = keyof typeof agendaActions;

/** Taking back the last such step: as long as there is time, nobody moved it since, and only by who made it. */
export const moveActions = defineActions<AgendaState, ProposalFacts>()({
  take_back: {
    from: ['exploring', 'on_agenda'],
    to: ({ agendaState, undoableMove }) => undoableMove?.from ?? agendaState,
    allows: (facts) => curates(facts) && !!facts.undoableMove && facts.undoableMove.by === facts.actor?.personId,
  },
});
export type MoveAction = keyof typeof moveActions;

/** The way from wish to done, one step after the other. */
const wayToDone = ['explore', 'put_on_agenda', 'plan', 'start', 'finish'] as const satisfies AgendaAction[];

/** The steps that lead from a state to a later one, by the table and none skipped; empty when no way leads there. */
export function actionsTo(
  from: AgendaState,
  to: AgendaState,
): readonly { readonly action: AgendaAction; readonly to: AgendaState }[] {
  const steps: { readonly action: AgendaAction; readonly to: AgendaState }[] = [];
  let state = from;
  for (const action of wayToDone) {
    const edge = agendaActions[action];
    if (state === to || !edge.from.some((each) => each === state)) continue;
    state = edge.to;
    steps.push({ action, to: state });
  }
  return state === to ? steps : [];
}

export type ProposalAction = ModerationAction | AgendaAction;

/** The states in which the author can change the text directly. */
export const editableStates = ['draft', 'changes_requested', 'refused'] as const satisfies ModerationState[];

/** Whether this person may change the text now: not when it could never be sent in. */
export const mayEdit = (facts: ProposalFacts): boolean =>
  isAuthor(facts) && editableStates.some((state) => state === facts.moderationState) && !isFinal(facts);

/** Whether this person may delete it for good: the author, before anybody else has it on the desk. */
export const mayDelete = (facts: ProposalFacts): boolean => isAuthor(facts) && facts.moderationState === 'draft';

/** Whether this person may support it: a resident of anywhere, while somebody still has to act. */
export const maySupport = (facts: ProposalFacts): boolean =>
  isApproved(facts) && actsAsResident(facts.actor) && !closedAgendaStates.some((state) => state === facts.agendaState);

/**
 * Whether this person may read the proposal at all; who may not gets the answer that it does not exist.
 * Approved: everyone. Hidden and everything not yet approved: the author, and the broker who moderates it; a draft only
 * its author.
 */
export function mayRead(facts: ProposalFacts): boolean {
  if (facts.moderationState === 'approved' || isAuthor(facts)) return true;
  return facts.moderationState !== 'draft' && mayModerate(facts);
}
