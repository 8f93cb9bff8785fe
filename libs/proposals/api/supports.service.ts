import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Audit, Clock } from '@kernagenda/shared/api';
import { actsAsResident } from '@kernagenda/identity/domain';
import type { Actor } from '@kernagenda/identity/domain';
import { Problem } from '@kernagenda/shared/domain';
import { maySupport } from '@kernagenda/proposals/domain';
import type { SupportCounts } from '@kernagenda/proposals/domain';
import { Support } from './proposals.entities';
import { ProposalsLifecycle } from './proposals.lifecycle';
import type { LockedProposal } from './proposals.lifecycle';
import { ProposalsLive } from './proposals.live';

const addQuery = `
  insert into support (proposal_id, person_id, village_id, created_at) values ($1, $2, $3, $4)
  on conflict do nothing returning person_id`;

const moveQuery = `
  insert into support (proposal_id, person_id, village_id, created_at)
  select $2, person_id, village_id, created_at from support where proposal_id = $1
  on conflict do nothing`;

/** Counts anew from the rows; a shared point counts every village it belongs to as its own. */
const countQuery = `
  update proposal set
    support_from_village = (select count(*) from support where proposal_id = $1 and village_id = any($2::uuid[])),
    support_from_elsewhere = (select count(*) from support where proposal_id = $1
      and (village_id is null or village_id <> all($2::uuid[])))
  where id = $1 returning support_from_village as "fromVillage", support_from_elsewhere as "fromElsewhere"`;

/** Supporters, one per person and point; the lock on the row of the point makes parallel calls count once. */
@Injectable()
export class SupportsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly lifecycle: ProposalsLifecycle,
    private readonly live: ProposalsLive,
  ) {}

  /** Supports; doing it twice changes nothing. @throws Problem `not_allowed` or `wrong_state`. */
  async support(actor: Actor, id: string): Promise<SupportCounts> {
    return this.change(actor, id, 'support', async (manager) => {
      const values = [id, actor.personId, actor.homeVillageId, this.clock.now()];
      return ((await manager.query(addQuery, values)) as unknown[]).length > 0;
    });
  }

  /** Takes the support back; doing it twice changes nothing. */
  async withdraw(actor: Actor, id: string): Promise<SupportCounts> {
    return this.change(actor, id, 'withdraw_support', async (manager) => {
      const { affected } = await manager.delete(Support, { proposalId: id, personId: actor.personId });
      return (affected ?? 0) > 0;
    });
  }

  /** Moves the supporters of one locked point to another, one per person. */
  async move(manager: EntityManager, from: LockedProposal, to: LockedProposal): Promise<void> {
    await manager.query(moveQuery, [from.row.id, to.row.id]);
    await manager.delete(Support, { proposalId: from.row.id });
    await this.recount(manager, from);
    await this.recount(manager, to);
  }

  private async change(
    actor: Actor,
    id: string,
    action: string,
    write: (manager: EntityManager) => Promise<boolean>,
  ): Promise<SupportCounts> {
    const { counts, locked, isChanged } = await this.dataSource.transaction(async (manager) => {
      const locked = await this.lifecycle.lock(manager, id, actor);
      if (!actsAsResident(actor)) throw new Problem('not_allowed');
      if (!maySupport(locked.facts)) throw new Problem('wrong_state');
      const isChanged = await write(manager);
      const counts = await this.recount(manager, locked);
      if (isChanged) {
        await this.audit.record(manager, { actorId: actor.personId, action, objectType: 'proposal', objectId: id });
      }
      return { counts, locked, isChanged };
    });
    const { villageId, alsoVillageIds, authorId } = locked.row;
    if (isChanged) {
      this.live.announce({
        proposalId: id,
        villageId,
        alsoVillageIds,
        authorId,
        kind: 'support',
        isPublic: true,
        deskOf: [],
      });
    }
    return counts;
  }

  private async recount(manager: EntityManager, { row }: LockedProposal): Promise<SupportCounts> {
    const [rows] = (await manager.query(countQuery, [row.id, [row.villageId, ...row.alsoVillageIds]])) as [
      SupportCounts[],
      number,
    ];
    const [counts] = rows;
    if (!counts) throw new Problem('not_found');
    return counts;
  }
}
