import { covers } from '@kernagenda/identity/domain';
import { actingTeams, closedAgendaStates, isAuthor, mayModerate } from '@kernagenda/proposals/domain';
import type { ProposalFacts } from '@kernagenda/proposals/domain';
import { allowedActions, defineActions } from '@kernagenda/shared/domain';
import type { CommitmentState } from './standing';

/** As whom somebody answers and promises. */
export const promisingParts = ['broker', 'official', 'alderman'] as const;
export type PromisingPart = (typeof promisingParts)[number];

/** What the rules need to know of a promise, the point it stands on, and who asks. */
export interface CommitmentFacts {
  readonly point: ProposalFacts;
  readonly state: CommitmentState;
  /** The team that keeps it; null is the broker. */
  readonly teamId: string | null;
}

const isAlderman = (point: ProposalFacts): boolean =>
  !isAuthor(point) &&
  covers(point.actor, 'alderman', point.place) &&
  point.actor?.homeVillageId !== point.place.villageId;

/** The teams a person can speak for on a point: own ones, until one team has it. */
export const speakingTeams = (point: ProposalFacts): readonly string[] =>
  actingTeams(point).filter((id) => point.teamId === null || id === point.teamId);

/**
 * As whom this person answers and promises on a point that everyone may read, or null: its broker, an official of the
 * team that has it (of any team while none has), or the alderman. Nobody does at home or on an own point.
 */
export function promisingPart(point: ProposalFacts): PromisingPart | null {
  if (point.moderationState !== 'approved') return null;
  if (mayModerate(point)) return 'broker';
  if (isAlderman(point)) return 'alderman';
  return speakingTeams(point).length > 0 ? 'official' : null;
}

const isOver = ({ agendaState }: ProposalFacts): boolean => agendaState === 'merged' || agendaState === 'withdrawn';
const isClosed = ({ agendaState }: ProposalFacts): boolean => closedAgendaStates.some((state) => state === agendaState);

/**
 * What can be done on a point: answer and tell news as long as it goes on or was done, promise and plan until then,
 * write down what was found out (`assess`) before it is planned, and how it went (`story`) once it is done.
 */
export const pointActions = ['answer', 'commit', 'update', 'milestone', 'assess', 'story'] as const;
export type PointAction = (typeof pointActions)[number];

/** Whether the point is in a state for it. */
export function isPossibleOn(action: PointAction, point: ProposalFacts): boolean {
  if (action === 'assess') return point.agendaState === 'exploring' || point.agendaState === 'on_agenda';
  if (action === 'story') return point.agendaState === 'done';
  return action === 'answer' || action === 'update' ? !isOver(point) : !isClosed(point);
}

/**
 * As whom this person does something on a point, or null; whether it can be done is found out, and how it went is told,
 * by team or broker: the story only by the team that did it.
 */
export function actingPart(action: PointAction, point: ProposalFacts): PromisingPart | null {
  const part = promisingPart(point);
  if (action === 'story' && part === 'official' && point.teamId === null) return null;
  return (action === 'assess' || action === 'story') && part === 'alderman' ? null : part;
}

/** Everything this person may do on a point now. */
export const allowedPointActions = (point: ProposalFacts): PointAction[] =>
  pointActions.filter((action) => actingPart(action, point) !== null && isPossibleOn(action, point));

/** Broker and alderman for every promise, an official for one of an own team, also when another team has the point. */
const keeps = ({ point, teamId }: CommitmentFacts): boolean => {
  if (point.moderationState !== 'approved') return false;
  return mayModerate(point) || isAlderman(point) || (teamId !== null && actingTeams(point).includes(teamId));
};

/** As whom this person acts on a promise; only for who may. */
export function keepingPart({ point }: CommitmentFacts): PromisingPart {
  if (mayModerate(point)) return 'broker';
  return isAlderman(point) ? 'alderman' : 'official';
}

/**
 * The lifecycle of a promise. It can be kept or moved while a question is out, which then stays out; what was kept or
 * withdrawn stays so.
 */
export const commitmentActions = defineActions<CommitmentState, CommitmentFacts>()({
  keep: { from: ['open', 'waiting'], to: 'kept', allows: keeps },
  move: { from: ['open', 'waiting'], to: ({ state }) => state, allows: keeps },
  ask: { from: ['open'], to: 'waiting', allows: keeps },
  resume: { from: ['waiting'], to: 'open', allows: keeps },
  withdraw: { from: ['open', 'waiting'], to: 'withdrawn', allows: keeps },
});
export type CommitmentAction = keyof typeof commitmentActions;
export const commitmentActionNames = Object.keys(commitmentActions) as CommitmentAction[];

/** Everything this person may do with a promise now. */
export const allowedCommitmentActions = (facts: CommitmentFacts): CommitmentAction[] =>
  allowedActions<CommitmentState, CommitmentFacts, CommitmentAction>(commitmentActions, facts.state, facts);
