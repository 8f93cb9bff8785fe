import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Audit, Clock } from '@kernagenda/shared/api';
import { Problem, invalidField } from '@kernagenda/shared/domain';
import { groupPositions } from '@kernagenda/identity/domain';
import type { Actor, GivenRole, GroupPosition } from '@kernagenda/identity/domain';
import { Person, RoleAssignment } from './identity.entities';
import { Rights } from './rights.service';

/** The villages of a group, and until when it keeps their agendas; null without an end. */
export interface GroupTerm {
  readonly villageIds: readonly string[];
  readonly endsAt: Date | null;
}

/** What people are in the groups of villages. Tell those whose rights changed with `Rights.tell` after the commit. */
@Injectable()
export class GroupRoles {
  constructor(
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly rights: Rights,
  ) {}

  /**
   * Makes a member something else in all of these villages from now on, for as long as they were to be a member; null
   * takes them out of the group. @throws Problem `not_found` when they are no member.
   */
  async change(
    manager: EntityManager,
    actor: Actor,
    personId: string,
    group: GroupTerm,
    position: GroupPosition | null,
  ): Promise<void> {
    await this.lock(manager, [personId]);
    const held = await this.find(manager, personId, group);
    if (held.length === 0) throw new Problem('not_found');
    await this.end(manager, actor, held);
    if (position) await this.give(manager, actor, personId, position, group.villageIds, lastOf(held));
  }

  /**
   * Gives the position of who acts to an ordinary member of the same group, in the villages where they have it: the own
   * one ends, theirs begins.
   * @returns what was handed over
   * @throws Problem `wrong_state` when it was handed over already, `invalid_input` for who is no ordinary member
   */
  async handOver(manager: EntityManager, actor: Actor, successorId: string, group: GroupTerm): Promise<GroupPosition> {
    await this.lock(manager, [actor.personId, successorId]);
    const own = await this.find(manager, actor.personId, group);
    const running = this.running(own);
    const position = groupPositions.find((one) => one !== 'group_member' && running.some(({ role }) => role === one));
    if (!position) throw new Problem('wrong_state', 'This was handed over already.');
    const theirs = await this.find(manager, successorId, group);
    const isOrdinary = this.running(theirs).length > 0 && theirs.every(({ role }) => role === 'group_member');
    if (!isOrdinary) throw invalidField('/personId', 'an ordinary member of the group');
    const villageIds = running.filter(({ role }) => role === position).map(({ scopeId }) => scopeId);
    const isThere = ({ scopeId }: RoleAssignment): boolean => villageIds.includes(scopeId);
    await this.end(manager, actor, [...own, ...theirs].filter(isThere));
    await this.give(manager, actor, successorId, position, villageIds, lastOf(theirs));
    return position;
  }

  /** Always in the same order, so that two who change each other cannot wait for one another. */
  private async lock(manager: EntityManager, ids: readonly string[]): Promise<void> {
    for (const id of [...new Set(ids)].sort()) {
      await manager.findOne(Person, { where: { id }, lock: { mode: 'pessimistic_write' } });
    }
  }

  /** Running and to come, in this group: what begins after its last day is of the one that follows it. */
  private async find(manager: EntityManager, personId: string, { villageIds, endsAt: last }: GroupTerm) {
    const scope = { scopeType: 'village', scopeId: In([...villageIds]) } as const;
    const rows = await manager.findBy(RoleAssignment, { personId, ...scope, role: In([...groupPositions]) });
    return rows.filter(({ startsAt, endsAt }) => (!endsAt || endsAt > this.clock.now()) && (!last || startsAt <= last));
  }

  private running(rows: readonly RoleAssignment[]): RoleAssignment[] {
    return rows.filter(({ startsAt }) => startsAt <= this.clock.now());
  }

  private async end(manager: EntityManager, actor: Actor, held: readonly RoleAssignment[]): Promise<void> {
    const now = this.clock.now();
    for (const { id, personId, role, scopeType, scopeId, startsAt } of held) {
      await manager.update(RoleAssignment, id, { endsAt: startsAt > now ? startsAt : now });
      await this.record(manager, actor, 'role.end', personId, { role, scopeType, scopeId });
    }
  }

  private async give(
    manager: EntityManager,
    actor: Actor,
    personId: string,
    position: GroupPosition,
    villageIds: readonly string[],
    endsAt: Date | null,
  ): Promise<void> {
    const now = this.clock.now();
    for (const scopeId of villageIds) {
      const given: GivenRole = { role: position, scopeType: 'village', scopeId };
      await manager.insert(RoleAssignment, { personId, ...given, startsAt: now, endsAt });
      await this.record(manager, actor, 'role.assign', personId, { ...given, endsAt });
    }
    await this.rights.schedule(manager, personId, { startsAt: now, endsAt });
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

/** The last end of them; null when one has none. */
const lastOf = (held: readonly RoleAssignment[]): Date | null =>
  held.reduce<Date | null>(
    (latest, one) => (latest && one.endsAt ? (one.endsAt > latest ? one.endsAt : latest) : null),
    held[0]?.endsAt ?? null,
  );
