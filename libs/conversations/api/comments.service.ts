import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { PeopleRegistry } from '@kernagenda/identity/api';
import type { Actor } from '@kernagenda/identity/domain';
import { Audit, Clock, Idempotency, Jobs, RateLimits, Realtime, namedQuery, toPage } from '@kernagenda/shared/api';
import type { EventType, IdempotentCall } from '@kernagenda/shared/api';
import { Problem, amsterdamDay, invalidField, isDay, stateAfter, workingDaysAfter } from '@kernagenda/shared/domain';
import type { Page } from '@kernagenda/shared/domain';
import { ProposalsService, readerValues } from '@kernagenda/proposals/api';
import type { ProposalFacts } from '@kernagenda/proposals/domain';
import { SettingsService } from '@kernagenda/villages/api';
import {
  answeringPart,
  commentActions,
  commentLimits,
  mayChangeVisibility,
  mayComment,
  mayDelete,
  mayReadHidden,
  maySeeContact,
} from '@kernagenda/conversations/domain';
import type {
  AssignInput,
  CommentFacts,
  CommentInput,
  CommentState,
  CommentView,
  HelperContact,
  OpenQuestion,
} from '@kernagenda/conversations/domain';
import { Comment } from './comments.entities';
import {
  commentHidden,
  commentPlaced,
  helpAgreed,
  helpDeclined,
  questionAnswered,
  questionAssigned,
} from './comments.events';
import { answererValues, listQuery, lockQuery, oneQuery, openQuestionsQuery } from './comments.queries';
import type { CommentRow, LockedComment, QuestionRow } from './comments.queries';
import { toView } from './comments.views';

/** One page of what is said on a point, with whether this person may join in. */
export interface CommentPage extends Page<CommentView> {
  readonly mayComment: boolean;
}

interface Held {
  readonly row: LockedComment;
  readonly facts: CommentFacts;
}

/** What people say on a point. Nothing of it is there for who may not read the point. */
@Injectable()
export class CommentsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly idempotency: Idempotency,
    private readonly limits: RateLimits,
    private readonly realtime: Realtime,
    private readonly people: PeopleRegistry,
    private readonly proposals: ProposalsService,
    private readonly settings: SettingsService,
  ) {}

  /** @throws Problem `not_found` when the point does not exist for this person. */
  async list(
    actor: Actor | null,
    proposalId: string,
    limit: number,
    after: readonly [createdAt: string, id: string] | null,
  ): Promise<CommentPage> {
    const point = await this.requirePoint(proposalId, actor);
    const readsHidden = mayReadHidden({ point, authorId: null, isHidden: true, teamId: null, agreedBy: null });
    const values = [
      proposalId,
      actor?.personId ?? null,
      readsHidden,
      after?.[0] ?? null,
      after?.[1] ?? null,
      limit + 1,
    ];
    const rows = await namedQuery<CommentRow>(this.dataSource, 'comments', listQuery, values);
    const page = toPage(
      rows,
      limit,
      (row) => toView(row, point),
      ({ createdAt, id }) => [createdAt.toISOString(), id],
    );
    return { ...page, mayComment: mayComment(point) };
  }

  /** @throws Problem `not_found` when it is hidden from this person, or stands on a point that is. */
  async getComment(id: string, actor: Actor | null): Promise<CommentView> {
    const [row] = await namedQuery<CommentRow & { readonly proposalId: string }>(this.dataSource, 'comment', oneQuery, [
      id,
    ]);
    if (!row) throw new Problem('not_found');
    const point = await this.requirePoint(row.proposalId, actor);
    const isHidden = row.hiddenReason !== null;
    if (isHidden && !mayReadHidden({ ...row, point, isHidden })) throw new Problem('not_found');
    return toView(row, point);
  }

  /** Questions that wait for this person, soonest first. */
  async listOpenQuestions(
    actor: Actor,
    limit: number,
    after: readonly [dueOn: string, id: string] | null,
  ): Promise<Page<OpenQuestion>> {
    const keys = [after ? amsterdamDay(new Date(after[0])) : null, after?.[1] ?? null];
    const now = this.clock.now();
    const values = [...readerValues(actor, now), ...answererValues(actor), ...keys, limit + 1];
    const rows = await namedQuery<QuestionRow>(this.dataSource, 'open questions', openQuestionsQuery, values);
    return toPage(
      rows,
      limit,
      (row) => row,
      ({ dueOn, id }) => [`${dueOn}T12:00:00Z`, id],
    );
  }

  /** A question gets the broker and the usual term at once, so that none is without somebody who has to answer. */
  async place(actor: Actor, proposalId: string, input: CommentInput, call: IdempotentCall | null): Promise<string> {
    const { id, isNew } = await this.dataSource.transaction(async (manager) => {
      const point = await this.requirePoint(proposalId, actor, manager);
      if (point.moderationState !== 'approved') throw new Problem('wrong_state');
      if (!mayComment(point)) throw new Problem('not_allowed');
      let isNew = false;
      const answer = await this.idempotency.once(manager, call, async () => {
        this.limits.take('comments', actor.personId, { count: commentLimits.perTenMinutes, seconds: 600 });
        isNew = true;
        return { id: await this.insert(manager, actor, proposalId, input) };
      });
      return { ...answer, isNew };
    });
    if (isNew) this.announce(proposalId);
    return id;
  }

  /** @throws Problem `wrong_state` when somebody relies on it already. */
  async delete(actor: Actor, id: string): Promise<void> {
    await this.change(actor, id, 'comment.delete', async (manager, { row, facts }) => {
      if (facts.authorId !== actor.personId) throw new Problem('not_allowed');
      if (!mayDelete(row.state, facts)) throw new Problem('wrong_state');
      await manager.delete(Comment, id);
    });
  }

  async hide(actor: Actor, id: string, reason: string): Promise<void> {
    await this.change(actor, id, 'comment.hide', async (manager, { facts }) => {
      if (!mayChangeVisibility(facts)) throw new Problem('not_allowed');
      if (facts.isHidden) throw new Problem('wrong_state');
      await manager.update(Comment, id, { hiddenReason: reason });
      await this.jobs.publish(manager, commentHidden, { commentId: id });
    });
  }

  async showAgain(actor: Actor, id: string): Promise<void> {
    await this.change(actor, id, 'comment.show_again', async (manager, { facts }) => {
      if (!mayChangeVisibility(facts)) throw new Problem('not_allowed');
      if (!facts.isHidden) throw new Problem('wrong_state');
      await manager.update(Comment, id, { hiddenReason: null });
    });
  }

  /** @throws Problem `invalid_input` for a team that is not there, or a day behind us or more than a year ahead. */
  async assign(actor: Actor, id: string, { owner, teamId, dueOn }: AssignInput): Promise<void> {
    await this.change(actor, id, 'question.assign', async (manager, { row, facts }) => {
      const state = stateAfter<CommentState, CommentFacts>(commentActions, 'assign', row.state, facts);
      this.requireDay(dueOn);
      const isTeamThere = teamId !== null && facts.point.teamIds.includes(teamId);
      if (owner === 'team' ? !isTeamThere : teamId !== null) throw invalidField('/teamId', 'a team there is now');
      await manager.update(Comment, id, { state, owner, teamId, dueOn });
      await this.jobs.publish(manager, questionAssigned, { commentId: id });
    });
  }

  /** One answer per question; a second one, by whomever, is refused with `wrong_state`. */
  async answer(actor: Actor, id: string, body: string): Promise<void> {
    await this.change(actor, id, 'question.answer', async (manager, { row, facts }) => {
      const state = stateAfter<CommentState, CommentFacts>(commentActions, 'answer', row.state, facts);
      await manager.update(Comment, id, { state });
      const answer = await manager.save(
        manager.create(Comment, {
          proposalId: row.proposalId,
          parentId: id,
          kind: 'answer',
          state: 'placed',
          body,
          authorId: actor.personId,
          part: answeringPart(facts),
          createdAt: this.clock.now(),
        }),
      );
      await this.jobs.publish(manager, questionAnswered, { commentId: id, answerId: answer.id });
    });
  }

  async acceptHelp(actor: Actor, id: string): Promise<void> {
    await this.decideHelp(actor, id, 'accept_help', helpAgreed);
  }

  async declineHelp(actor: Actor, id: string): Promise<void> {
    await this.decideHelp(actor, id, 'decline_help', helpDeclined);
  }

  /** How to reach the helper, once both said yes; every look is on record. */
  async getContact(actor: Actor, id: string): Promise<HelperContact> {
    const authorId = await this.dataSource.transaction(async (manager) => {
      const { row, facts } = await this.hold(manager, actor, id);
      if (!maySeeContact(row.state, facts)) throw new Problem('not_allowed');
      await this.record(manager, actor, 'help.see_contact', id);
      return row.authorId;
    });
    const contact = authorId === null ? null : await this.people.findContact(authorId);
    if (!contact) throw new Problem('not_found');
    return contact;
  }

  private async decideHelp(
    actor: Actor,
    id: string,
    action: 'accept_help' | 'decline_help',
    event: EventType<{ readonly commentId: string }>,
  ): Promise<void> {
    await this.change(actor, id, `comment.${action}`, async (manager, { row, facts }) => {
      const state = stateAfter<CommentState, CommentFacts>(commentActions, action, row.state, facts);
      await manager.update(Comment, id, { state, agreedBy: state === 'agreed' ? actor.personId : null });
      await this.jobs.publish(manager, event, { commentId: id });
    });
  }

  private async insert(
    manager: EntityManager,
    actor: Actor,
    proposalId: string,
    { kind, body }: CommentInput,
  ): Promise<string> {
    const now = this.clock.now();
    const isQuestion = kind === 'question';
    const { answerWithinDays } = await this.settings.getTerms(manager);
    const states = { reaction: 'placed', question: 'open', help: 'offered' } as const;
    const { id } = await manager.save(
      manager.create(Comment, {
        proposalId,
        kind,
        state: states[kind],
        body,
        authorId: actor.personId,
        villageId: actor.homeVillageId,
        owner: isQuestion ? 'broker' : null,
        dueOn: isQuestion ? amsterdamDay(workingDaysAfter(now, answerWithinDays)) : null,
        createdAt: now,
      }),
    );
    await this.record(manager, actor, 'comment.place', id);
    await this.jobs.publish(manager, commentPlaced, { commentId: id });
    return id;
  }

  private async change(
    actor: Actor,
    id: string,
    action: string,
    write: (manager: EntityManager, held: Held) => Promise<void>,
  ): Promise<void> {
    const proposalId = await this.dataSource.transaction(async (manager) => {
      const held = await this.hold(manager, actor, id);
      await write(manager, held);
      await this.record(manager, actor, action, id);
      return held.row.proposalId;
    });
    this.announce(proposalId);
  }

  private async hold(manager: EntityManager, actor: Actor, id: string): Promise<Held> {
    const [row] = await namedQuery<LockedComment>(manager, 'comment lock', lockQuery, [id]);
    if (!row) throw new Problem('not_found');
    const point = await this.requirePoint(row.proposalId, actor, manager);
    const { authorId, teamId, agreedBy } = row;
    const facts = { point, authorId, isHidden: row.hiddenReason !== null, teamId, agreedBy };
    if (facts.isHidden && !mayReadHidden(facts)) throw new Problem('not_found');
    return { row, facts };
  }

  private async requirePoint(proposalId: string, actor: Actor | null, manager?: EntityManager): Promise<ProposalFacts> {
    const point = await this.proposals.findFacts(proposalId, actor, manager);
    if (!point) throw new Problem('not_found');
    return point;
  }

  private requireDay(dueOn: string): void {
    const now = this.clock.now();
    const lastDay = amsterdamDay(new Date(now.getTime() + 366 * 86_400_000));
    const isPossible = isDay(dueOn) && dueOn >= amsterdamDay(now) && dueOn <= lastDay;
    if (!isPossible) throw invalidField('/dueOn', 'a day from today, at most a year ahead');
  }

  private record(manager: EntityManager, actor: Actor, action: string, objectId: string): Promise<void> {
    return this.audit.record(manager, { actorId: actor.personId, action, objectType: 'comment', objectId });
  }

  private announce(proposalId: string): void {
    this.realtime.publish(`proposal:${proposalId}`, { kind: 'comments', proposalId });
  }
}
