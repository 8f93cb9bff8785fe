import {
  allowedCommitmentActions,
  allowedPointActions,
  promisingPart,
  speakingTeams,
  standingOf,
} from '@kernagenda/commitments/domain';
import type {
  CommitmentSummary,
  CommitmentView,
  Feasibility,
  Milestone,
  OfficialAnswer,
  PointAction,
  StatusUpdate,
} from '@kernagenda/commitments/domain';
import type { ProposalFacts } from '@kernagenda/proposals/domain';
import type {
  AnswerRow,
  CommitmentDetailRow,
  CommitmentRow,
  FeasibilityLine,
  MilestoneLine,
  UpdateRow,
} from './promises.queries';

export const toAnswer = ({ at, ...row }: AnswerRow): OfficialAnswer => ({ ...row, at: at.toISOString() });

export const toFeasibility = ({ at, costCents, ...row }: FeasibilityLine): Feasibility => ({
  ...row,
  costCents: costCents === null ? null : Number(costCents),
  at: at.toISOString(),
});

export const toUpdate = ({ at, ...row }: UpdateRow): StatusUpdate => ({ ...row, at: at.toISOString() });

export const toMilestone = ({ reachedAt, ...row }: MilestoneLine): Milestone => ({
  ...row,
  reachedAt: reachedAt?.toISOString() ?? null,
});

/** `today` is a day in Amsterdam. */
export function toPromise(row: CommitmentRow, today: string): Omit<CommitmentSummary, 'point' | 'village'> {
  return {
    id: row.id,
    what: row.what,
    team: row.team,
    dueOn: row.dueOn,
    firstDueOn: row.firstDueOn,
    standing: standingOf(row, today),
    isWaiting: row.state === 'waiting',
    madeAt: row.madeAt.toISOString(),
    keptAt: row.keptAt?.toISOString() ?? null,
  };
}

export function toCommitment(row: CommitmentDetailRow, point: ProposalFacts, today: string): CommitmentView {
  const { state, teamId } = row;
  return {
    ...toPromise(row, today),
    steps: row.steps.map(({ at, ...step }) => ({ ...step, at: new Date(at).toISOString() })),
    version: row.version,
    allowedActions: allowedCommitmentActions({ point, state, teamId }),
  };
}

/** What this person may do on a point, and for which teams; those of a broker or alderman are all there are. */
export function rightsOn(point: ProposalFacts): {
  readonly allowedActions: readonly PointAction[];
  readonly teamIds: readonly string[];
  readonly isBroker: boolean;
} {
  const part = promisingPart(point);
  const allowedActions = allowedPointActions(point);
  if (!allowedActions.includes('commit')) return { allowedActions, teamIds: [], isBroker: false };
  const isOfficial = part === 'official';
  return { allowedActions, teamIds: isOfficial ? speakingTeams(point) : point.teamIds, isBroker: !isOfficial };
}
