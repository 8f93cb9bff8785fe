import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { mayInvite, threadLimits } from '@kernagenda/conversations/domain';
import type { GuestInput, PossibleGuests } from '@kernagenda/conversations/domain';
import type { Actor } from '@kernagenda/identity/domain';
import { Clock, Idempotency, RateLimits, namedQuery } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import { Problem, invalidField } from '@kernagenda/shared/domain';
import type { TeamRef } from '@kernagenda/villages/domain';
import { Threads } from '../threads';
import type { NewSide } from '../threads';
import { Thread } from '../threads.entities';
import { proposersQuery, teamsQuery } from './guests.queries';
import type { ProposerRow } from './guests.queries';

/** Residents and teams that villages bring into the thread between them. */
@Injectable()
export class Guests {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly limits: RateLimits,
    private readonly threads: Threads,
  ) {}

  /** @throws Problem `not_found`, `not_allowed` for who may invite nobody. */
  async list(actor: Actor, threadId: string): Promise<PossibleGuests> {
    const { manager } = this.dataSource;
    await this.requireMay(manager, actor, threadId);
    const proposers = await this.findProposers(manager, threadId, null);
    return {
      teams: await this.findTeams(manager, threadId, null),
      proposers: proposers.map(({ personId: _, ...proposer }) => proposer),
    };
  }

  /**
   * Lets a guest take part from now on, who reads all that was said, and says why to all.
   * @throws Problem `not_found`, `not_allowed`, `invalid_input` for who cannot be invited, or not any more
   */
  async invite(
    actor: Actor,
    threadId: string,
    { body, ...guest }: GuestInput,
    call: IdempotentCall | null,
  ): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.idempotency.once(manager, call, async () => {
        this.limits.take('messages', actor.personId, { count: threadLimits.messagesPerTenMinutes, seconds: 600 });
        await this.threads.lock(manager, threadId);
        await this.requireMay(manager, actor, threadId);
        await this.threads.join(manager, actor, threadId, await this.sideOf(manager, threadId, guest));
        await this.threads.write(manager, actor, threadId, { body });
        return {};
      }),
    );
    await this.threads.announce(threadId);
  }

  private async sideOf(
    manager: EntityManager,
    threadId: string,
    { teamId, proposalId }: Pick<GuestInput, 'teamId' | 'proposalId'>,
  ): Promise<NewSide> {
    if (teamId !== undefined && proposalId === undefined) {
      const [team] = await this.findTeams(manager, threadId, teamId);
      if (!team) throw invalidField('/teamId', 'a team that takes no part yet');
      return { kind: 'team', teamId };
    }
    if (proposalId === undefined || teamId !== undefined) throw invalidField('/teamId', 'either this or /proposalId');
    const [proposer] = await this.findProposers(manager, threadId, proposalId);
    if (!proposer)
      throw invalidField('/proposalId', 'a point of one of the villages, of somebody who takes no part yet');
    return { kind: 'person', personId: proposer.personId };
  }

  private async requireMay(manager: EntityManager, actor: Actor, threadId: string): Promise<void> {
    const { participants } = await this.threads.require(manager, actor, threadId);
    const { subjectKind } = await manager.findOneByOrFail(Thread, { id: threadId });
    if (!mayInvite(actor, participants, subjectKind)) throw new Problem('not_allowed');
  }

  private findTeams(manager: EntityManager, threadId: string, id: string | null): Promise<TeamRef[]> {
    return namedQuery<TeamRef>(manager, 'guest teams', teamsQuery, [threadId, this.clock.now(), id]);
  }

  private findProposers(manager: EntityManager, threadId: string, id: string | null): Promise<ProposerRow[]> {
    return namedQuery<ProposerRow>(manager, 'guest proposers', proposersQuery, [threadId, this.clock.now(), id]);
  }
}
