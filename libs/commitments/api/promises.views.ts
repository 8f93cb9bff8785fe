import {
  allowedCommitmentActions,
  allowedPointActions,
  allowedSaidActions,
  mayReadHiddenSaid,
  promisingPart,
  speakingTeams,
  standingOf,
} from '@kernagenda/commitments/domain';
import type {
  CommitmentSummary,
  CommitmentView,
  Feasibility,
  Hideable,
  Milestone,
  OfficialAnswer,
  PointAction,
  SaidFacts,
  StatusUpdate,
  Story,
} from '@kernagenda/commitments/domain';
import type { ProposalFacts } from '@kernagenda/proposals/domain';
import type {
  AnswerRow,
  CommitmentDetailRow,
  CommitmentRow,
  FeasibilityLine,
  MilestoneLine,
  StoryLine,
  UpdateRow,
} from './promises.queries';

/** Whether it is hidden, what this reader may do with it, and whether its content is not for them. */
function hidingOf(
  { hiddenReason, authorId }: Pick<AnswerRow, 'hiddenReason' | 'authorId'>,
  kind: SaidFacts['kind'],
  point: ProposalFacts,
): { readonly hiding: Hideable; readonly isWithheld: boolean } {
  const isHidden = hiddenReason !== null;
  const facts = { point, kind, authorId, isHidden };
  const isWithheld = isHidden && !mayReadHiddenSaid(facts);
  const reason = isWithheld ? null : hiddenReason;
  return { isWithheld, hiding: { isHidden, hiddenReason: reason, allowedActions: allowedSaidActions(facts) } };
}

export function toAnswer(row: AnswerRow, point: ProposalFacts): OfficialAnswer {
  const { id, text, why, alternative, author, part, team, at } = row;
  const { hiding, isWithheld } = hidingOf(row, 'answer', point);
  const words = isWithheld ? { text: '', why: '', alternative: '' } : { text, why, alternative };
  return { id, ...words, author, part, team, at: at.toISOString(), ...hiding };
}

/** A row with an instant and an amount, as the driver gives them. */
const toTold = <Row extends { readonly at: Date; readonly costCents: string | null }>({
  at,
  costCents,
  ...row
}: Row) => ({
  ...row,
  costCents: costCents === null ? null : Number(costCents),
  at: at.toISOString(),
});
export const toFeasibility = (row: FeasibilityLine): Feasibility => toTold(row);
export const toStory = (row: StoryLine): Story => toTold(row);

export function toUpdate(row: UpdateRow, point: ProposalFacts): StatusUpdate {
  const { id, kind, text, photos, author, part, team, at, commitmentId } = row;
  const { hiding, isWithheld } = hidingOf(row, kind, point);
  const content = isWithheld ? { text: '', photos: [] } : { text, photos };
  return { id, kind, ...content, author, part, team, at: at.toISOString(), commitmentId, ...hiding };
}

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
