import { allowedCommentActions } from '@kernagenda/conversations/domain';
import type { CommentView } from '@kernagenda/conversations/domain';
import type { ProposalFacts } from '@kernagenda/proposals/domain';
import type { CommentRow } from './comments.queries';

export function toView(row: CommentRow, point: ProposalFacts): CommentView {
  const { authorId, teamId, agreedBy } = row;
  const facts = { point, authorId, isHidden: row.hiddenReason !== null, teamId, agreedBy };
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    body: row.body,
    author: row.author,
    isMine: point.actor !== null && row.authorId === point.actor.personId,
    village: row.village,
    createdAt: row.createdAt.toISOString(),
    question: row.owner !== null && row.dueOn !== null ? { owner: row.owner, team: row.team, dueOn: row.dueOn } : null,
    answer: row.answer && { ...row.answer, createdAt: new Date(row.answer.createdAt).toISOString() },
    hiddenReason: row.hiddenReason,
    allowedActions: allowedCommentActions(row.state, facts),
  };
}
