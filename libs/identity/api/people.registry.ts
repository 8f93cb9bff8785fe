import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, LessThanOrEqual, MoreThan } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Audit, Clock, Realtime } from '@kernagenda/shared/api';
import type { Actor, Role, ScopedRole, ScopeType } from '@kernagenda/identity/domain';
import { Person, RoleAssignment } from './identity.entities';

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
  readonly role: Role;
}

/** $1, $2: scope; $3: the end. One that did not begin by then never will. */
const endScopeQuery = `
  update role_assignment set ends_at = greatest(starts_at, $3)
  where scope_type = $1 and scope_id = $2 and (ends_at is null or ends_at > greatest(starts_at, $3))
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

  /** Gives a person a role, unless it is running already. */
  async saveRole(manager: EntityManager, personId: string, scoped: ScopedRole, period: RolePeriod = {}): Promise<void> {
    const now = this.clock.now();
    const same = await manager.findBy(RoleAssignment, { personId, ...only(scoped) });
    if (same.some(({ endsAt }) => endsAt === null || endsAt > now)) return;
    const startsAt = period.startsAt ?? now;
    await manager.insert(RoleAssignment, { personId, ...only(scoped), startsAt, endsAt: period.endsAt ?? null });
    await this.recordRole(manager, null, 'role.assign', personId, scoped);
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

  /** Takes a role away now; what is open on screen has to ask again. */
  async endRole(manager: EntityManager, personId: string, scoped: ScopedRole): Promise<void> {
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
   * Lets no role for a scope run longer than the scope itself.
   * @returns whose roles that shortened; tell them with `Rights.tell` after the commit
   */
  async endRolesOf(
    manager: EntityManager,
    actor: Actor,
    scopeType: ScopeType,
    scopeId: string,
    endsAt: Date,
  ): Promise<string[]> {
    const [rows] = await manager.query<[RoleRow[], number]>(endScopeQuery, [scopeType, scopeId, endsAt]);
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
    scoped: ScopedRole,
  ): Promise<void> {
    const details = { ...only(scoped) };
    return this.audit.record(manager, { actorId, action, objectType: 'person', objectId: personId, details });
  }
}

function only({ role, scopeType, scopeId }: ScopedRole): ScopedRole {
  return { role, scopeType, scopeId };
}
