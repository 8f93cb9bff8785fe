import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Audit, Clock, Realtime } from '@kernagenda/shared/api';
import type { ScopedRole } from '@kernagenda/identity/domain';
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
    await this.recordRole(manager, 'role.assign', personId, scoped);
  }

  /** Where to write to somebody; null for who is no longer there. Only for sending, never for an answer. */
  async findContact(personId: string): Promise<Contact | null> {
    const person = await this.dataSource.manager.findOneBy(Person, { id: personId });
    return person && { email: person.email, displayName: person.displayName };
  }

  /** Takes a role away now; what is open on screen has to ask again. */
  async endRole(manager: EntityManager, personId: string, scoped: ScopedRole): Promise<void> {
    await manager.update(RoleAssignment, { personId, ...only(scoped) }, { endsAt: this.clock.now() });
    await this.recordRole(manager, 'role.end', personId, scoped);
    this.realtime.disconnect(personId);
  }

  private recordRole(manager: EntityManager, action: string, personId: string, scoped: ScopedRole): Promise<void> {
    const details = { ...only(scoped) };
    return this.audit.record(manager, { actorId: null, action, objectType: 'person', objectId: personId, details });
  }
}

function only({ role, scopeType, scopeId }: ScopedRole): ScopedRole {
  return { role, scopeType, scopeId };
}
