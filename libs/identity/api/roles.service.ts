import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Audit, Clock, Idempotency } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import { Problem, invalidField, periodWithin, toPeriod } from '@kernagenda/shared/domain';
import type { Period } from '@kernagenda/shared/domain';
import { installationId, scopeTypesOfRole } from '@kernagenda/identity/domain';
import type { Actor, CoverInput, GiveRoleInput, GivenRole } from '@kernagenda/identity/domain';
import { Person, RoleAssignment, RoleCover } from './identity.entities';
import { Rights } from './rights.service';
import { ScopeSource } from './scope-source';

/** $1: person; $2: now. */
const brokerQuery = `
  select 1 from role_assignment where person_id = $1 and role = 'broker' and (ends_at is null or ends_at > $2) limit 1`;

/** Gives and ends roles, and cover during leave. Who may is said at the door: the administrator. */
@Injectable()
export class RolesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly idempotency: Idempotency,
    private readonly rights: Rights,
    private readonly scopes: ScopeSource,
  ) {}

  /**
   * Gives a role for each of the scopes, or for none of them; in a team that begins or ends, for as long as it is there.
   * @throws Problem `invalid_input`, or `already_exists` when the person has one of them in that period.
   */
  async give(actor: Actor, personId: string, input: GiveRoleInput, call: IdempotentCall | null): Promise<void> {
    const { role, scopeType } = input;
    if (!scopeTypesOfRole[role].includes(scopeType)) {
      throw invalidField('/scopeType', `one of ${scopeTypesOfRole[role].join(', ')}`);
    }
    const wanted = toPeriod(input, this.clock.now());
    await this.dataSource.transaction(async (manager) => {
      await this.idempotency.once(manager, call, async () => {
        await this.lockPerson(manager, personId);
        for (const scopeId of new Set(input.scopeIds.map((id) => id.toLowerCase()))) {
          const scoped = { role, scopeType, scopeId };
          await this.insert(manager, actor, personId, scoped, await this.periodIn(manager, scoped, wanted));
        }
        return {};
      });
    });
    await this.rights.tell([personId]);
  }

  /** Ends a role now; one that did not begin yet never will. @throws Problem `last_admin`. */
  async end(actor: Actor, personId: string, assignmentId: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await this.lockPerson(manager, personId);
      const found = await manager.findOneBy(RoleAssignment, { id: assignmentId, personId });
      if (!found) throw new Problem('not_found');
      const now = this.clock.now();
      if (found.endsAt && found.endsAt <= now) return;
      if (found.role === 'admin') await this.rights.requireOtherAdmin(manager, found.id);
      const endsAt = found.startsAt > now ? found.startsAt : now;
      await manager.update(RoleAssignment, found.id, { endsAt });
      await this.record(manager, actor, 'role.end', personId, scopeOf(found));
    });
    await this.rights.tell([personId]);
  }

  /** Lets another broker do the work of this one. @throws Problem `invalid_input` or `already_exists`. */
  async cover(actor: Actor, coveredId: string, input: CoverInput, call: IdempotentCall | null): Promise<void> {
    const coveringId = input.coveringId.toLowerCase();
    const { startsAt, endsAt } = toPeriod(input, this.clock.now());
    if (!endsAt) throw invalidField('/until', 'a day');
    if (coveringId === coveredId) throw invalidField('/coveringId', 'another person');
    await this.dataSource.transaction(async (manager) => {
      await this.idempotency.once(manager, call, async () => {
        // Always in the same order, so that two covers across each other cannot wait for one another.
        for (const id of [coveredId, coveringId].sort()) {
          await this.lockPerson(manager, id, id === coveringId ? invalidField('/coveringId', 'a broker') : undefined);
        }
        if (!(await this.isBroker(manager, coveredId))) throw new Problem('wrong_state', 'Only a broker is covered.');
        if (!(await this.isBroker(manager, coveringId))) throw invalidField('/coveringId', 'a broker');
        const same = await manager.findBy(RoleCover, { coveredId, coveringId });
        if (same.some((one) => one.startsAt < endsAt && one.endsAt > startsAt)) throw new Problem('already_exists');
        await manager.insert(RoleCover, { coveredId, coveringId, startsAt, endsAt });
        const details = { coveringId, startsAt, endsAt };
        await this.record(manager, actor, 'cover.start', coveredId, details);
        await this.rights.schedule(manager, coveringId, { startsAt, endsAt });
        return {};
      });
    });
    await this.rights.tell([coveringId]);
  }

  /** Ends cover now. */
  async endCover(actor: Actor, personId: string, coverId: string): Promise<void> {
    const coveringId = await this.dataSource.transaction(async (manager) => {
      const found = await manager.findOne(RoleCover, {
        where: [
          { id: coverId, coveredId: personId },
          { id: coverId, coveringId: personId },
        ],
        lock: { mode: 'pessimistic_write' },
      });
      if (!found) throw new Problem('not_found');
      const now = this.clock.now();
      if (found.endsAt <= now) return found.coveringId;
      await manager.update(RoleCover, found.id, { endsAt: found.startsAt > now ? found.startsAt : now });
      await this.record(manager, actor, 'cover.end', found.coveredId, { coveringId: found.coveringId });
      return found.coveringId;
    });
    await this.rights.tell([coveringId]);
  }

  private async periodIn(manager: EntityManager, { scopeType, scopeId }: GivenRole, wanted: Period): Promise<Period> {
    if (scopeType === 'installation' && scopeId === installationId) return wanted;
    const scope = scopeType === 'installation' ? null : await this.scopes.find(manager, scopeType, scopeId);
    const period = scope && periodWithin(wanted, scope);
    if (!period) throw invalidField('/scopeIds', 'of something that is there in that period');
    return period;
  }

  private async insert(
    manager: EntityManager,
    actor: Actor,
    personId: string,
    scoped: GivenRole,
    { startsAt, endsAt }: Period,
  ): Promise<void> {
    const same = await manager.findBy(RoleAssignment, { personId, ...scoped });
    const overlaps = same.some((one) => (!endsAt || one.startsAt < endsAt) && (!one.endsAt || one.endsAt > startsAt));
    if (overlaps) throw new Problem('already_exists', 'This person has that role in that period.');
    await manager.insert(RoleAssignment, { personId, ...scoped, startsAt, endsAt });
    await this.record(manager, actor, 'role.assign', personId, { ...scoped, startsAt, endsAt });
    await this.rights.schedule(manager, personId, { startsAt, endsAt });
  }

  private async lockPerson(manager: EntityManager, id: string, otherwise = new Problem('not_found')): Promise<void> {
    const person = await manager.findOne(Person, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!person) throw otherwise;
  }

  private async isBroker(manager: EntityManager, personId: string): Promise<boolean> {
    return (await manager.query<unknown[]>(brokerQuery, [personId, this.clock.now()])).length > 0;
  }

  private record(
    manager: EntityManager,
    { personId: actorId }: Actor,
    action: string,
    objectId: string,
    details: object,
  ): Promise<void> {
    return this.audit.record(manager, { actorId, action, objectType: 'person', objectId, details: { ...details } });
  }
}

function scopeOf({ role, scopeType, scopeId }: RoleAssignment): GivenRole {
  return { role, scopeType, scopeId };
}
