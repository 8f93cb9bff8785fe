import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Audit, Clock } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import type { TeamRef } from '@kernagenda/villages/domain';
import { Problem, amsterdamDay, invalidField, isDay, stateAfter } from '@kernagenda/shared/domain';
import { actingTeams, agendaActions, closedAgendaStates, mayModerate } from '@kernagenda/proposals/domain';
import type {
  AgendaAction,
  FinishInput,
  HoldInput,
  NotFeasibleInput,
  PlanInput,
  PlanOptions,
  UnplanInput,
} from '@kernagenda/proposals/domain';
import { Proposal } from './proposals.entities';
import { ProposalsLifecycle } from './proposals.lifecycle';
import type { LockedProposal, Transition } from './proposals.lifecycle';
import { ProposalsLive } from './proposals.live';
import { ProposalsService } from './proposals.service';
import { SupportsService } from './supports.service';

/** $1: ids. By name. */
const teamsQuery = 'select id, name from team_public where id = any($1::uuid[]) order by name';

/** What broker, secretary, official and author do with a point that everyone may read. */
@Injectable()
export class AgendaService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly lifecycle: ProposalsLifecycle,
    private readonly proposals: ProposalsService,
    private readonly supports: SupportsService,
    private readonly live: ProposalsLive,
  ) {}

  /** An action that needs no words. */
  async act(actor: Actor, id: string, action: 'withdraw' | 'start' | 'resume' | 'reopen'): Promise<void> {
    await this.curate(actor, id, action);
  }

  /** For whom this person can plan a point; nobody when they cannot. */
  async listPlanOptions(actor: Actor, id: string): Promise<PlanOptions> {
    const facts = await this.proposals.findFacts(id, actor);
    if (!facts) throw new Problem('not_found');
    const isBroker = mayModerate(facts);
    const ids = isBroker ? facts.teamIds : actingTeams(facts);
    return { teams: await this.dataSource.query<TeamRef[]>(teamsQuery, [ids]), isBroker };
  }

  /**
   * Says who takes it on and until when; a broker for any team there is now or for themselves, an official for an own one.
   * @throws Problem `invalid_input` for a day before today or a team that is not there, `not_allowed` for another team.
   */
  async plan(actor: Actor, id: string, { teamId: givenId, byResidents, executor, dueOn }: PlanInput): Promise<void> {
    const teamId = givenId?.toLowerCase() ?? null;
    await this.curate(actor, id, 'plan', { teamId, byResidents, executor, dueOn }, ({ facts }) => {
      if (!isDay(dueOn) || dueOn < amsterdamDay(this.clock.now()))
        throw invalidField('/dueOn', 'a day, today or later');
      const isOwn = teamId !== null && actingTeams(facts).includes(teamId);
      if (!mayModerate(facts) && !isOwn) throw new Problem('not_allowed');
      if (teamId !== null && !facts.teamIds.includes(teamId)) throw invalidField('/teamId', 'a team there is now');
    });
  }

  async unplan(actor: Actor, id: string, { reason }: UnplanInput): Promise<void> {
    await this.curate(actor, id, 'unplan', { reason });
  }

  async finish(actor: Actor, id: string, { evidence }: FinishInput): Promise<void> {
    await this.curate(actor, id, 'finish', { evidence: evidence.text });
  }

  /** @throws Problem `invalid_input` when the day is no day, or not after today. */
  async hold(actor: Actor, id: string, { reason, reviewOn }: HoldInput): Promise<void> {
    await this.curate(actor, id, 'hold', { reason, reviewOn }, () => {
      if (isDay(reviewOn) && reviewOn > amsterdamDay(this.clock.now())) return;
      throw new Problem('invalid_input', undefined, [{ pointer: '/reviewOn', detail: 'a day after today' }]);
    });
  }

  async markNotFeasible(actor: Actor, id: string, { reason, alternative }: NotFeasibleInput): Promise<void> {
    await this.curate(actor, id, 'mark_not_feasible', { reason, alternative });
  }

  /**
   * Lets one point go on in another of the same village: supporters move, one per person, and links lead there.
   * @throws Problem `invalid_input` when the target is itself or elsewhere, `wrong_state` when it is closed.
   */
  async merge(actor: Actor, id: string, givenTargetId: string): Promise<void> {
    const targetId = givenTargetId.toLowerCase();
    if (id === targetId) throw invalidTarget('another point than this one');
    const transitions = await this.dataSource.transaction(async (manager) => {
      // Always in the same order, so that two merges across each other cannot wait for one another.
      const locked = new Map<string, LockedProposal>();
      for (const each of [id, targetId].sort()) locked.set(each, await this.lifecycle.lock(manager, each, actor));
      const [source, target] = [locked.get(id), locked.get(targetId)];
      if (!source || !target) throw new Problem('not_found');
      const transition = await this.lifecycle.curate(manager, source, 'merge', { mergedIntoId: targetId });
      if (!mayModerate(target.facts)) throw new Problem('not_allowed');
      if (target.row.villageId !== source.row.villageId) throw invalidTarget('a point of the same village');
      const isClosed = closedAgendaStates.some((state) => state === target.row.agendaState);
      if (target.row.moderationState !== 'approved' || isClosed) throw new Problem('wrong_state');
      await this.supports.move(manager, source, target);
      await manager.update(Proposal, { mergedIntoId: id }, { mergedIntoId: targetId });
      await this.audit.record(manager, {
        actorId: actor.personId,
        action: 'receive_merged',
        objectType: 'proposal',
        objectId: targetId,
        details: { from: id },
      });
      return [transition.change, { ...transition.change, proposalId: targetId, authorId: target.row.authorId }];
    });
    this.live.announce(...transitions);
  }

  private async curate(
    actor: Actor,
    id: string,
    action: AgendaAction,
    note: Parameters<ProposalsLifecycle['curate']>[3] = {},
    check: (locked: LockedProposal) => void = () => undefined,
  ): Promise<Transition> {
    const transition = await this.dataSource.transaction(async (manager) => {
      const locked = await this.lifecycle.lock(manager, id, actor);
      // Who may not is told that first, whatever else is wrong.
      stateAfter(agendaActions, action, locked.row.agendaState, locked.facts);
      check(locked);
      return this.lifecycle.curate(manager, locked, action, note);
    });
    this.live.announce(transition.change);
    return transition;
  }
}

function invalidTarget(detail: string): Problem {
  return new Problem('invalid_input', undefined, [{ pointer: '/targetId', detail }]);
}
