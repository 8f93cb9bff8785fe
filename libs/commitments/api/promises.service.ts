import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { actingPart, isPossibleOn, promiseLimits, speakingTeams } from '@kernagenda/commitments/domain';
import type {
  AnswerInput,
  CommitmentInput,
  FeasibilityInput,
  PointAction,
  PromisesView,
  PromisingPart,
  StoryInput,
  UpdateInput,
} from '@kernagenda/commitments/domain';
import type { Actor } from '@kernagenda/identity/domain';
import { ProposalsLifecycle, ProposalsService } from '@kernagenda/proposals/api';
import type { LockedProposal } from '@kernagenda/proposals/api';
import { Audit, Clock, Idempotency, Jobs, Realtime, namedQuery, requireVersion } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import { Problem, amsterdamDay, invalidField, isDay } from '@kernagenda/shared/domain';
import type { TeamRef } from '@kernagenda/villages/domain';
import { commitmentMade, feasibilityFound, pointAnswered, statusUpdated, storyTold } from './commitments.events';
import { requireDueDay } from './due-days';
import { Commitment, CommitmentStepRow, FeasibilityRow, OfficialAnswerRow, StoryRow } from './promises.entities';
import {
  answersQuery,
  commitmentsQuery,
  feasibilityQuery,
  milestonesQuery,
  storyQuery,
  teamsQuery,
  updatesQuery,
} from './promises.queries';
import type {
  AnswerRow,
  CommitmentDetailRow,
  FeasibilityLine,
  MilestoneLine,
  StoryLine,
  UpdateRow,
} from './promises.queries';
import { rightsOn, toAnswer, toCommitment, toFeasibility, toMilestone, toStory, toUpdate } from './promises.views';
import { StatusUpdates } from './status-updates';

/** What the town hall says and promises on a point. Nothing of it is there for who may not read the point. */
@Injectable()
export class PromisesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly idempotency: Idempotency,
    private readonly realtime: Realtime,
    private readonly proposals: ProposalsService,
    private readonly lifecycle: ProposalsLifecycle,
    private readonly updates: StatusUpdates,
  ) {}

  /** @throws Problem `not_found` when the point does not exist for this person. */
  async get(proposalId: string, actor: Actor | null): Promise<PromisesView> {
    const point = await this.proposals.findFacts(proposalId, actor);
    if (!point) throw new Problem('not_found');
    const today = amsterdamDay(this.clock.now());
    const source = this.dataSource;
    const { allowedActions, teamIds, isBroker } = rightsOn(point);
    const of = [proposalId];
    const [[story], answers, feasibility, commitments, updates, milestones, teams] = await Promise.all([
      namedQuery<StoryLine>(source, 'promises story', storyQuery, of),
      namedQuery<AnswerRow>(source, 'promises answers', answersQuery, of),
      namedQuery<FeasibilityLine>(source, 'promises feasibility', feasibilityQuery, of),
      namedQuery<CommitmentDetailRow>(source, 'promises commitments', commitmentsQuery, of),
      namedQuery<UpdateRow>(source, 'promises updates', updatesQuery, [proposalId, promiseLimits.shownUpdates]),
      namedQuery<MilestoneLine>(source, 'promises milestones', milestonesQuery, of),
      teamIds.length === 0 ? [] : namedQuery<TeamRef & object>(source, 'promises teams', teamsQuery, [teamIds]),
    ]);
    return {
      story: story ? toStory(story) : null,
      answers: answers.map((row) => toAnswer(row, point)),
      feasibility: feasibility.map(toFeasibility),
      commitments: commitments.map((row) => toCommitment(row, point, today)),
      updates: updates.map((row) => toUpdate(row, point)),
      milestones: milestones.map(toMilestone),
      allowedActions,
      options: { teams, isBroker },
    };
  }

  /** Says officially what will come of a point and why. */
  async answer(actor: Actor, proposalId: string, input: AnswerInput, call: IdempotentCall | null): Promise<void> {
    await this.act(actor, proposalId, 'answer', call, async (manager, point, part) => {
      const { id } = await manager.save(
        manager.create(OfficialAnswerRow, {
          ...input,
          proposalId,
          part,
          authorId: actor.personId,
          teamId: teamOf(point, part),
          createdAt: this.clock.now(),
        }),
      );
      await this.lifecycle.confirmStatus(manager, point);
      await this.jobs.publish(manager, pointAnswered, { answerId: id, actorId: actor.personId });
      return id;
    });
  }

  /**
   * Writes down whether a point can be done, as far as was found out; what was written before stays readable.
   * @throws Problem `invalid_input` when the day is no day, or after today.
   */
  async assess(actor: Actor, proposalId: string, input: FeasibilityInput, call: IdempotentCall | null): Promise<void> {
    await this.act(actor, proposalId, 'assess', call, async (manager, point, part) => {
      const { lookedOn } = input;
      if (!isDay(lookedOn) || lookedOn > amsterdamDay(this.clock.now()))
        throw invalidField('/lookedOn', 'a day, today or earlier');
      const { id } = await manager.save(
        manager.create(FeasibilityRow, {
          ...input,
          proposalId,
          part,
          authorId: actor.personId,
          teamId: teamOf(point, part),
          createdAt: this.clock.now(),
        }),
      );
      await this.lifecycle.confirmStatus(manager, point);
      await this.jobs.publish(manager, feasibilityFound, { feasibilityId: id, actorId: actor.personId });
      return id;
    });
  }

  /**
   * Tells how a point that is done went, or tells it better; who follows the point hears of the first time alone.
   * `seenVersion` is 0 where nothing was told yet.
   * @throws Problem `stale_version` when somebody told something else since.
   */
  async tellStory(actor: Actor, proposalId: string, input: StoryInput, seenVersion: number): Promise<void> {
    await this.act(actor, proposalId, 'story', null, async (manager, point, part) => {
      const before = await manager.findOneBy(StoryRow, { proposalId });
      requireVersion(before?.version ?? 0, seenVersion);
      const { id } = await manager.save(
        manager.create(StoryRow, {
          ...before,
          ...input,
          proposalId,
          part,
          authorId: actor.personId,
          teamId: teamOf(point, part),
          toldAt: this.clock.now(),
          version: seenVersion + 1,
        }),
      );
      if (!before) await this.jobs.publish(manager, storyTold, { storyId: id, actorId: actor.personId });
      return id;
    });
  }

  /**
   * Promises something; a broker or alderman for any team there is now or for the broker, an official for an own one.
   * `madeAt` is earlier than now for what was said before it is entered; the due day is checked from then.
   * @throws Problem `invalid_input` for a day before that or too far ahead, or a team that is not there.
   */
  async commit(
    actor: Actor,
    proposalId: string,
    { what, teamId: givenId, dueOn }: CommitmentInput,
    call: IdempotentCall | null,
    madeAt: Date = this.clock.now(),
  ): Promise<void> {
    const teamId = givenId?.toLowerCase() ?? null;
    await this.act(actor, proposalId, 'commit', call, async (manager, point, part) => {
      const isOwn = teamId !== null && speakingTeams(point.facts).includes(teamId);
      if (part === 'official' && !isOwn) throw new Problem('not_allowed');
      if (teamId !== null && !point.facts.teamIds.includes(teamId))
        throw invalidField('/teamId', 'a team there is now');
      requireDueDay(dueOn, madeAt);
      const days = { dueOn, firstDueOn: dueOn };
      const made = { ...days, proposalId, what, teamId, madeBy: actor.personId, madeAt };
      const { id } = await manager.save(manager.create(Commitment, made));
      const step = { commitmentId: id, number: 1, kind: 'made', text: null, dueOn } as const;
      await manager.insert(CommitmentStepRow, { ...step, actorId: actor.personId, at: madeAt });
      await this.lifecycle.confirmStatus(manager, point);
      await this.jobs.publish(manager, commitmentMade, { commitmentId: id, actorId: actor.personId });
      return id;
    });
  }

  /** Tells how a point stands, with a text, photos, or both. */
  async update(actor: Actor, proposalId: string, input: UpdateInput, call: IdempotentCall | null): Promise<void> {
    await this.act(actor, proposalId, 'update', call, async (manager, point, part) => {
      const told = { ...input, kind: 'news', part, teamId: teamOf(point, part), commitmentId: null } as const;
      const id = await this.updates.write(manager, actor, point, told);
      await this.jobs.publish(manager, statusUpdated, { updateId: id, actorId: actor.personId });
      return id;
    });
  }

  /**
   * Does something on a locked point for who may, with its audit row.
   * @throws Problem `not_allowed`, or `wrong_state` on a point that is over.
   */
  async act(
    actor: Actor,
    proposalId: string,
    action: PointAction,
    call: IdempotentCall | null,
    write: (manager: EntityManager, point: LockedProposal, part: PromisingPart) => Promise<string>,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const point = await this.lifecycle.lock(manager, proposalId, actor);
      const part = actingPart(action, point.facts);
      if (part === null) throw new Problem('not_allowed');
      if (!isPossibleOn(action, point.facts)) throw new Problem('wrong_state');
      await this.idempotency.once(manager, call, async () => {
        const id = await write(manager, point, part);
        await this.audit.record(manager, {
          actorId: actor.personId,
          action: `promise.${action}`,
          objectType: 'proposal_promise',
          objectId: id,
          details: { proposalId },
        });
        return { id };
      });
    });
    this.announce(proposalId);
  }

  /** Tells open pages of a point, and of all promises; call it after the commit, on a point everyone may read. */
  announce(proposalId: string): void {
    for (const room of ['public', `proposal:${proposalId}`] as const)
      this.realtime.publish(room, { kind: 'promises', proposalId });
  }
}

/** For which team an official speaks: the one that has the point, else the first of the own ones. */
function teamOf({ facts }: LockedProposal, part: PromisingPart): string | null {
  return part === 'official' ? (speakingTeams(facts)[0] ?? null) : null;
}
