import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  commentHidden,
  commentPlaced,
  helpAgreed,
  helpDeclined,
  messageSent,
  questionAnswered,
  questionAssigned,
} from '@kernagenda/conversations/api';
import type { CommentKind, QuestionOwner } from '@kernagenda/conversations/domain';
import { ModerationDecisions } from '@kernagenda/moderation/api';
import { AgendaMoves, proposalDecided, proposalMoveSettled } from '@kernagenda/proposals/api';
import type { ProposalEvents } from '@kernagenda/proposals/domain';
import { Jobs } from '@kernagenda/shared/api';
import type { EventType } from '@kernagenda/shared/api';
import type { NotificationKind } from '@kernagenda/notifications/domain';
import { Ledger } from './ledger.service';
import type { Happening } from './ledger.service';

interface ToldPoint {
  readonly villageId: string;
  /** Null for a point taken over from a public page. */
  readonly authorId: string | null;
}

interface ToldComment extends ToldPoint {
  readonly commentId: string;
  readonly proposalId: string;
  readonly kind: CommentKind;
  readonly owner: QuestionOwner | null;
  /** The team that has to answer, or null. */
  readonly teamId: string | null;
  readonly writerId: string | null;
  readonly isHidden: boolean;
}

interface Origin {
  readonly originId: string;
  readonly personId: string;
  readonly villageId: string;
}

const pointQuery = `
  select coalesce(p.village_id, own.village_id) as "villageId", own.author_id as "authorId"
  from (values ($1::uuid)) as wanted (id)
  left join proposal_public p on p.id = wanted.id
  left join proposal_authored own on own.id = wanted.id
  where p.id is not null or own.id is not null`;

/** What is said on a point that everyone may read. */
const commentQuery = `
  select c.id as "commentId", c.proposal_id as "proposalId", c.kind, c.owner, q.team_id as "teamId",
    c.author_id as "writerId", c.is_hidden as "isHidden", p.village_id as "villageId", own.author_id as "authorId"
  from comment_told c
  join proposal_public p on p.id = c.proposal_id
  left join proposal_authored own on own.id = c.proposal_id
  left join question_of_team q on q.id = c.id
  where c.id = $1`;

/** $1: a point that became public. What it was made of, and by whom. */
const originQuery = `
  select a.origin_id as "originId", a.person_id as "personId", p.village_id as "villageId"
  from adoption_told a join proposal_public p on p.id = a.origin_id where a.adopted_id = $1`;

const writerQuery = 'select author_id as "authorId" from message_told where id = $1';

const rolesOfOwner = { group: 'secretary', broker: 'broker' } as const;

/** Hears what happened everywhere and says who is told. */
@Injectable()
export class Listeners implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: Jobs,
    private readonly ledger: Ledger,
    private readonly decisions: ModerationDecisions,
    private readonly moves: AgendaMoves,
  ) {}

  onModuleInit(): void {
    this.jobs.subscribe(proposalDecided, 'notifications-decided', ({ decisionId }) => this.decided(decisionId));
    this.jobs.subscribe(proposalMoveSettled, 'notifications-moved', (move) => this.moved(move));
    this.jobs.subscribe(messageSent, 'notifications-message', ({ messageId }) => this.written(messageId));
    this.hear(commentPlaced, 'placed', (comment) => this.placed(comment));
    this.hear(questionAssigned, 'assigned', (comment) => this.toAnswer(comment));
    this.hear(questionAnswered, 'answered', (comment) => this.toWriter(comment, 'answer'));
    this.hear(helpAgreed, 'help-agreed', (comment) => this.toWriter(comment, 'help_agreed'));
    this.hear(helpDeclined, 'help-declined', (comment) => this.toWriter(comment, 'help_declined'));
    this.hear(commentHidden, 'hidden', (comment) => this.hidden(comment));
  }

  private async decided(decisionId: string): Promise<void> {
    const kept = await this.decisions.findDecision(decisionId);
    if (!kept || kept.isUndone) return;
    const { proposalId, decision, decidedBy } = kept;
    const [point] = await this.dataSource.query<ToldPoint[]>(pointQuery, [proposalId]);
    if (!point) return;
    if (point.authorId !== null) {
      const event = `decision ${decisionId}`;
      const author = { audience: 'people', ids: [point.authorId], words: ['author'] } as const;
      await this.ledger.note({ ...author, event, kind: decision, proposalId, decisionId, except: [decidedBy] });
    }
    if (decision !== 'approve') return;
    await this.ledger.note({
      event: `new ${proposalId}`,
      kind: 'new_point',
      proposalId,
      except: [decidedBy, point.authorId],
      audience: 'places',
      ids: [proposalId],
    });
    await this.adopted(proposalId, decidedBy);
  }

  /** Who stands behind an idea, and the group of its village, hear that another village took it over. */
  private async adopted(proposalId: string, decidedBy: string): Promise<void> {
    const [origin] = await this.dataSource.query<Origin[]>(originQuery, [proposalId]);
    if (!origin) return;
    const { originId, personId, villageId } = origin;
    const event = `adopted ${proposalId}`;
    const happening = { event, kind: 'adopted', proposalId: originId, except: [personId, decidedBy] } as const;
    await this.ledger.note({ ...happening, audience: 'followers', ids: [originId] });
    await this.ledger.note({ ...happening, audience: 'answerers', ids: [villageId], words: ['secretary'] });
  }

  private async moved(move: ProposalEvents['proposal.move_settled']): Promise<void> {
    const { proposalId, version, action, agendaState, actorId, mergedIntoId } = move;
    if (await this.moves.isOvertaken(proposalId, version, agendaState)) return;
    await this.ledger.note({
      event: `move ${proposalId} ${version}`,
      kind: action,
      proposalId,
      agendaState,
      except: [actorId],
      audience: 'pointAndPlaces',
      // Who supported it supports the other point by now.
      ids: mergedIntoId === null ? [proposalId] : [proposalId, mergedIntoId],
    });
  }

  private async written(messageId: string): Promise<void> {
    const [message] = await this.dataSource.query<{ readonly authorId: string | null }[]>(writerQuery, [messageId]);
    if (!message) return;
    await this.ledger.note({
      event: `message ${messageId}`,
      kind: 'message',
      messageId,
      except: [message.authorId],
      audience: 'participants',
      ids: [messageId],
    });
  }

  private async placed(comment: ToldComment): Promise<void> {
    const { commentId, kind, authorId, isHidden } = comment;
    if (isHidden || kind === 'answer') return;
    const happening = { ...about(comment), event: `comment ${commentId}`, kind, except: [comment.writerId] };
    if (authorId !== null) {
      await this.ledger.note({ ...happening, audience: 'people', ids: [authorId], words: ['author'] });
    } else if (kind === 'help') {
      const roles = Object.values(rolesOfOwner);
      await this.ledger.note({ ...happening, audience: 'answerers', ids: [comment.villageId], words: roles });
    }
    if (kind === 'question') await this.toAnswer(comment);
  }

  private async toAnswer(comment: ToldComment): Promise<void> {
    const { commentId, owner, teamId, isHidden, villageId } = comment;
    if (owner === null || isHidden) return;
    const event = `to answer ${commentId} ${teamId ?? owner}`;
    const happening = { ...about(comment), event, kind: 'question_to_answer', except: [comment.writerId] } as const;
    if (owner !== 'team') {
      const words = [rolesOfOwner[owner]];
      await this.ledger.note({ ...happening, audience: 'answerers', ids: [villageId], words });
    } else if (teamId !== null) {
      await this.ledger.note({ ...happening, audience: 'team', ids: [teamId], words: [villageId] });
    }
  }

  private async toWriter(comment: ToldComment, kind: NotificationKind): Promise<void> {
    if (comment.writerId === null || comment.isHidden) return;
    await this.ledger.note({
      ...about(comment),
      event: `${kind} ${comment.commentId}`,
      kind,
      except: [],
      audience: 'people',
      ids: [comment.writerId],
      words: ['commenter'],
    });
  }

  private async hidden(comment: ToldComment): Promise<void> {
    // Shown again in the meantime: then there is nothing to tell.
    if (comment.isHidden) await this.toWriter({ ...comment, isHidden: false }, 'comment_hidden');
  }

  private hear(
    event: EventType<{ readonly commentId: string }>,
    queue: string,
    tell: (comment: ToldComment) => Promise<void>,
  ): void {
    this.jobs.subscribe(event, `notifications-${queue}`, async ({ commentId }) => {
      const [comment] = await this.dataSource.query<ToldComment[]>(commentQuery, [commentId]);
      if (comment) await tell(comment);
    });
  }
}

function about({ proposalId, commentId }: ToldComment): Pick<Happening, 'proposalId' | 'commentId'> {
  return { proposalId, commentId };
}
