import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Audit, Clock, Idempotency, namedQuery, requireVersion, toPage } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import { GroupRoles, PeopleRegistry, Rights } from '@kernagenda/identity/api';
import { hasRole } from '@kernagenda/identity/domain';
import type { Actor, GroupPosition, ScopedRole } from '@kernagenda/identity/domain';
import { Problem, amsterdamDay, endOfAmsterdamDay, invalidField, isDay, toPeriod } from '@kernagenda/shared/domain';
import type { Page, Period } from '@kernagenda/shared/domain';
import type { GroupInput, GroupMember, GroupRecord, GroupUpdate } from '@kernagenda/villages/domain/groups';
import { groupsQuery } from './groups.queries';
import type { GroupRow, MemberRow } from './groups.queries';
import { requireMunicipality } from './municipality';
import { Village, WorkingGroup } from './villages.entities';

/** $1: villages; $2, $3: a period; $4: a group that does not count, or null. */
const otherGroupQuery = `
  select 1 from working_group
  where village_ids && $1::uuid[] and tstzrange(starts_at, ends_at) && tstzrange($2, $3)
    and id is distinct from $4::uuid limit 1`;

/** The groups that keep the agendas of villages: one at a time in each. Who may is said at the door. */
@Injectable()
export class GroupsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly idempotency: Idempotency,
    private readonly people: PeopleRegistry,
    private readonly roles: GroupRoles,
    private readonly rights: Rights,
  ) {}

  /** By name. */
  async list(limit: number, after: readonly string[] | null): Promise<Page<GroupRecord>> {
    const rows = await this.read(this.dataSource.manager, null, after, limit + 1);
    return toPage(rows, limit, toRecord, ({ name, id }) => [name, id]);
  }

  /** @throws Problem `invalid_input`, `already_exists` where a village has a group in that period. */
  async add(actor: Actor, input: GroupInput, call: IdempotentCall | null): Promise<GroupRecord> {
    const { name, kind, villageIds: given, ...days } = input;
    const period = toPeriod(days, this.clock.now());
    const villageIds = [...new Set(given.map((id) => id.toLowerCase()))].sort();
    return this.dataSource.transaction((manager) =>
      this.idempotency.once(manager, call, async () => {
        const municipality = await requireMunicipality(manager);
        await this.requireFree(manager, villageIds, period);
        const row = { municipalityId: municipality.id, name, kind, villageIds, ...period };
        const { id } = await manager.save(manager.create(WorkingGroup, row));
        await this.record(manager, actor, 'group.create', id, { name, kind, villageIds });
        return this.readOne(manager, id);
      }),
    );
  }

  /**
   * Renames a group and sets its last day; what people are in it ends with it at the latest.
   * @throws Problem `invalid_input` for a last day before today or before it began, `already_exists`, `stale_version`
   */
  async change(actor: Actor, id: string, update: GroupUpdate, seenVersion: number): Promise<GroupRecord> {
    const { name, kind, until } = update;
    const { group, people } = await this.dataSource.transaction(async (manager) => {
      const found = await this.lock(manager, id);
      requireVersion(found.version, seenVersion);
      const endsAt = until === null ? null : this.lastInstant(until, found);
      await this.requireFree(manager, found.villageIds, { startsAt: found.startsAt, endsAt }, id);
      await manager.update(WorkingGroup, id, { name, kind, endsAt, version: found.version + 1 });
      await this.record(manager, actor, 'group.change', id, { from: found.name, to: name, kind, endsAt });
      const isNew = endsAt?.getTime() !== found.endsAt?.getTime();
      const people = endsAt && isNew ? await this.endRoles(manager, actor, found.villageIds, endsAt) : [];
      return { group: await this.readOne(manager, id), people };
    });
    await this.rights.tell(people);
    return group;
  }

  /** @throws Problem `not_found`, also while it does not run for who does not administer; `not_allowed` for who is not in it */
  async listMembers(actor: Actor, id: string): Promise<Page<GroupMember>> {
    const group = await this.readOne(this.dataSource.manager, id);
    if (!hasRole(actor, 'admin')) {
      this.requireRunning({ startsAt: new Date(group.startsAt), endsAt: group.endsAt ? new Date(group.endsAt) : null });
      if (!isIn(actor, group.villages)) throw new Problem('not_allowed');
    }
    return { items: group.members, nextCursor: null };
  }

  /** Null takes the person out of the group. @throws Problem `not_found` for who is no member, `wrong_state` once it is over */
  async changePosition(actor: Actor, id: string, personId: string, position: GroupPosition | null): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const group = await this.lock(manager, id);
      if (this.isOver(group)) throw new Problem('wrong_state', 'This group is over.');
      await this.roles.change(manager, actor, personId, group, position);
      await this.record(manager, actor, 'group.position', id, { personId, position });
    });
    await this.rights.tell([personId]);
  }

  /** @throws Problem `not_found` also while it does not run, `not_allowed` for who is not its chair or secretary, `wrong_state`, `invalid_input` */
  async handOver(actor: Actor, id: string, givenPersonId: string): Promise<void> {
    const personId = givenPersonId.toLowerCase();
    await this.dataSource.transaction(async (manager) => {
      const group = await this.lock(manager, id);
      this.requireRunning(group);
      const isKeeper = ({ role, scopeId }: ScopedRole): boolean =>
        role === 'secretary' && group.villageIds.includes(scopeId);
      if (!actor.roles.some(isKeeper)) throw new Problem('not_allowed');
      const position = await this.roles.handOver(manager, actor, personId, group);
      await this.record(manager, actor, 'group.hand_over', id, { position, from: actor.personId, to: personId });
    });
    await this.rights.tell([actor.personId, personId]);
  }

  private async lock(manager: EntityManager, id: string): Promise<WorkingGroup> {
    const found = await manager.findOne(WorkingGroup, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!found) throw new Problem('not_found');
    return found;
  }

  /** Its villages may have another group by now: a role in them then says nothing of this one. */
  private requireRunning(period: Period): void {
    if (period.startsAt > this.clock.now() || this.isOver(period)) throw new Problem('not_found');
  }

  private isOver({ endsAt }: Pick<Period, 'endsAt'>): boolean {
    return endsAt !== null && endsAt <= this.clock.now();
  }

  /** Holds the villages until the commit, so that two groups cannot begin in one at once. */
  private async requireFree(
    manager: EntityManager,
    villageIds: readonly string[],
    { startsAt, endsAt }: Period,
    exceptId: string | null = null,
  ): Promise<void> {
    for (const id of villageIds) {
      const village = await manager.findOne(Village, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!village) throw invalidField('/villageIds', 'villages of this municipality');
    }
    const values = [villageIds, startsAt, endsAt, exceptId];
    const others = await manager.query<unknown[]>(otherGroupQuery, values);
    if (others.length > 0) throw new Problem('already_exists', 'One of these villages has a group in that period.');
  }

  private async endRoles(
    manager: EntityManager,
    actor: Actor,
    villageIds: readonly string[],
    endsAt: Date,
  ): Promise<string[]> {
    const people = new Set<string>();
    for (const villageId of villageIds) {
      const ended = await this.people.endGroupRolesOf(manager, actor, villageId, endsAt);
      ended.forEach((personId) => people.add(personId));
    }
    for (const personId of people) {
      await this.rights.schedule(manager, personId, { startsAt: this.clock.now(), endsAt });
    }
    return [...people];
  }

  /** What ended stays as it ended: only a new last day is looked at. */
  private lastInstant(until: string, { startsAt, endsAt }: WorkingGroup): Date {
    if (endsAt && until === amsterdamDay(endsAt)) return endsAt;
    const isPossible = isDay(until) && until >= amsterdamDay(this.clock.now()) && until >= amsterdamDay(startsAt);
    if (!isPossible) throw invalidField('/until', 'a day, today or later, and not before the first one');
    return endOfAmsterdamDay(until);
  }

  private async readOne(manager: EntityManager, id: string): Promise<GroupRecord> {
    const [group] = await this.read(manager, id, null, 1);
    if (!group) throw new Problem('not_found');
    return toRecord(group);
  }

  private read(
    manager: EntityManager,
    id: string | null,
    after: readonly string[] | null,
    rows: number,
  ): Promise<GroupRow[]> {
    const values = [this.clock.now(), id, after?.[0] ?? null, after?.[1] ?? null, rows];
    return namedQuery<GroupRow>(manager, 'working groups', groupsQuery, values);
  }

  private record(manager: EntityManager, actor: Actor, action: string, objectId: string, details: object) {
    const entry = { actorId: actor.personId, action, objectType: 'working_group', objectId };
    return this.audit.record(manager, { ...entry, details: { ...details } });
  }
}

const isIn = (actor: Actor, villages: GroupRecord['villages']): boolean =>
  actor.roles.some(
    ({ role, scopeId }) =>
      (role === 'secretary' || role === 'group_member') && villages.some(({ id }) => id === scopeId),
  );

const toMember = ({ startsAt, endsAt, ...member }: MemberRow): GroupMember => ({
  ...member,
  startsAt: new Date(startsAt).toISOString(),
  endsAt: endsAt && new Date(endsAt).toISOString(),
});

function toRecord({ startsAt, endsAt, members, ...group }: GroupRow): GroupRecord {
  return {
    ...group,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt?.toISOString() ?? null,
    members: members.map(toMember),
  };
}
