import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, LessThanOrEqual, MoreThan } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Audit, Clock, Realtime } from '@kernagenda/shared/api';
import { assignedRoles, groupPositions } from '@kernagenda/identity/domain';
import type { Actor, AssignedRole, GivenRole, ScopeType } from '@kernagenda/identity/domain';
import { Mandate, Person, RoleAssignment } from './identity.entities';

export interface NewPerson {
  readonly email: string;
  readonly displayName: string;
  readonly homeVillageId?: string | null;
  /** Makes this one of the people of the demo. */
  readonly demoDescription?: string | null;
}

export interface Contact {
  readonly email: string;
  readonly displayName: string;
}

export interface RolePeriod {
  /** Now, when left out. */
  readonly startsAt?: Date;
  /** Open, when left out. */
  readonly endsAt?: Date | null;
}

interface RoleRow {
  readonly personId: string;
  readonly role: AssignedRole;
}

/** $1, $2: scope; $3: the end; $4: which roles; $5: whether one that did not begin by then never will. */
const endScopeQuery = `
  update role_assignment set ends_at = greatest(starts_at, $3)
  where scope_type = $1 and scope_id = $2 and role = any($4) and (ends_at is null or ends_at > greatest(starts_at, $3))
    and ($5 or starts_at <= $3)
  returning person_id as "personId", role`;

/** Keeps the register of people and their roles: saving what stands already changes nothing. */
@Injectable()
export class PeopleRegistry {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly realtime: Realtime,
  ) {}

  /** The id of the person with this address, who is entered when new and otherwise left as they are. */
  async savePerson(manager: EntityManager, person: NewPerson): Promise<string> {
    const email = person.email.trim().toLowerCase();
    const created = await manager
      .createQueryBuilder()
      .insert()
      .into(Person)
      .values({
        email,
        displayName: person.displayName,
        homeVillageId: person.homeVillageId ?? null,
        demoDescription: person.demoDescription ?? null,
        createdAt: this.clock.now(),
      })
      .orIgnore()
      .returning('id')
      .execute();
    const { id } = await manager.findOneByOrFail(Person, { email });
    if (Array.isArray(created.raw) && created.raw.length > 0) {
      await this.audit.record(manager, { actorId: id, action: 'person.create', objectType: 'person', objectId: id });
    }
    return id;
  }

  /** The home village of a person, who cannot move before the transaction ends; null without one. */
  async holdHome(manager: EntityManager, personId: string): Promise<string | null> {
    const lock = { mode: 'pessimistic_read' } as const;
    const { homeVillageId } = await manager.findOneOrFail(Person, { where: { id: personId }, lock });
    return homeVillageId;
  }

  /** Gives a person a role, unless it is running already. */
  async saveRole(manager: EntityManager, personId: string, scoped: GivenRole, period: RolePeriod = {}): Promise<void> {
    const now = this.clock.now();
    const same = await manager.findBy(RoleAssignment, { personId, ...only(scoped) });
    if (same.some(({ endsAt }) => endsAt === null || endsAt > now)) return;
    const startsAt = period.startsAt ?? now;
    await manager.insert(RoleAssignment, { personId, ...only(scoped), startsAt, endsAt: period.endsAt ?? null });
    await this.recordRole(manager, null, 'role.assign', personId, scoped);
  }

  /** Gives a person a mandate without an end, unless they ever had one. */
  async saveMandate(manager: EntityManager, personId: string, maxCents: number): Promise<void> {
    if (await manager.existsBy(Mandate, { personId })) return;
    await manager.insert(Mandate, { personId, maxCents, startsAt: this.clock.now(), endsAt: null });
    const object = { objectType: 'person', objectId: personId };
    await this.audit.record(manager, { actorId: null, action: 'mandate.give', ...object, details: { maxCents } });
  }

  /** The id of whoever has this address, or null. */
  async findPersonId(manager: EntityManager, email: string): Promise<string | null> {
    const person = await manager.findOneBy(Person, { email: email.trim().toLowerCase() });
    return person?.id ?? null;
  }

  /** Where to write to somebody; null for who is no longer there. Only for sending, never for an answer. */
  async findContact(personId: string): Promise<Contact | null> {
    const person = await this.dataSource.manager.findOneBy(Person, { id: personId });
    return person && { email: person.email, displayName: person.displayName };
  }

  /** The same of many at once, by the id of the person. Only for sending. */
  async findContacts(personIds: readonly string[]): Promise<ReadonlyMap<string, Contact>> {
    const people = await this.dataSource.manager.findBy(Person, { id: In([...personIds]) });
    return new Map(people.map(({ id, email, displayName }) => [id, { email, displayName }]));
  }

  /** Takes a role away now; what is open on screen has to ask again. */
  async endRole(manager: EntityManager, personId: string, scoped: GivenRole): Promise<void> {
    const now = this.clock.now();
    const running = { personId, ...only(scoped), startsAt: LessThanOrEqual(now) };
    await manager.update(
      RoleAssignment,
      [
        { ...running, endsAt: IsNull() },
        { ...running, endsAt: MoreThan(now) },
      ],
      { endsAt: now },
    );
    await this.recordRole(manager, null, 'role.end', personId, scoped);
    this.realtime.disconnect(personId);
  }

  /**
   * Lets no role for a scope run longer than the scope itself; what was to begin later never will.
   * @returns whose roles that shortened; tell them with `Rights.tell` after the commit
   */
  endRolesOf(
    manager: EntityManager,
    actor: Actor,
    scopeType: ScopeType,
    scopeId: string,
    endsAt: Date,
  ): Promise<string[]> {
    return this.shorten(manager, actor, { scopeType, scopeId }, [endsAt, assignedRoles, true]);
  }

  /** The same for the group of a village; what begins later is of the group that follows it. */
  endGroupRolesOf(manager: EntityManager, actor: Actor, villageId: string, endsAt: Date): Promise<string[]> {
    const village = { scopeType: 'village', scopeId: villageId } as const;
    return this.shorten(manager, actor, village, [endsAt, groupPositions, false]);
  }

  private async shorten(
    manager: EntityManager,
    actor: Actor,
    { scopeType, scopeId }: Pick<GivenRole, 'scopeType' | 'scopeId'>,
    end: readonly [endsAt: Date, roles: readonly AssignedRole[], isForGood: boolean],
  ): Promise<string[]> {
    const [rows] = await manager.query<[RoleRow[], number]>(endScopeQuery, [scopeType, scopeId, ...end]);
    for (const { personId, role } of rows) {
      await this.recordRole(manager, actor.personId, 'role.end', personId, { role, scopeType, scopeId });
    }
    return [...new Set(rows.map(({ personId }) => personId))];
  }

  private recordRole(
    manager: EntityManager,
    actorId: string | null,
    action: string,
    personId: string,
    scoped: GivenRole,
  ): Promise<void> {
    const details = { ...only(scoped) };
    return this.audit.record(manager, { actorId, action, objectType: 'person', objectId: personId, details });
  }
}

function only({ role, scopeType, scopeId }: GivenRole): GivenRole {
  return { role, scopeType, scopeId };
}
