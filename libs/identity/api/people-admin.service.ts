import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  Clock,
  Idempotency,
  Jobs,
  Mailer,
  Settings,
  containing,
  decodeCursor,
  namedQuery,
  toPage,
} from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import { Problem } from '@kernagenda/shared/domain';
import type { Page } from '@kernagenda/shared/domain';
import type { Actor, InviteInput, PersonRecord } from '@kernagenda/identity/domain';
import { Person } from './identity.entities';
import { personInvited } from './identity.events';
import { nl } from './nl';
import type { PeopleListQuery } from './people-admin.dto';
import { peopleQuery, personQuery } from './people-admin.queries';
import type { PersonRow } from './people-admin.queries';
import { Rights } from './rights.service';

/** People as the administrator sees and enters them. Who reads personal data is written down in the same transaction. */
@Injectable()
export class PeopleAdminService implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly idempotency: Idempotency,
    private readonly jobs: Jobs,
    private readonly mailer: Mailer,
    private readonly settings: Settings,
    private readonly rights: Rights,
  ) {}

  onModuleInit(): void {
    this.jobs.subscribe(personInvited, 'identity-invited', ({ personId }) => this.welcome(personId));
  }

  /** By name; the search looks in names and addresses. */
  async list(actor: Actor, query: PeopleListQuery): Promise<Page<PersonRecord>> {
    const { search, role, limit, cursor, reason } = query;
    const after = decodeCursor(cursor, ['text', 'id']);
    return this.dataSource.transaction(async (manager) => {
      const pattern = search === undefined || search === '' ? null : containing(search);
      const values = [this.clock.now(), pattern, role ?? null, after?.[0] ?? null, after?.[1] ?? null, limit + 1];
      const rows = await namedQuery<PersonRow>(manager, 'identity.people', peopleQuery, values);
      const page = toPage(rows, limit, toRecord, ({ displayName, id }) => [displayName, id]);
      await this.recordReading(manager, actor, reason, page.items);
      return page;
    });
  }

  /** @throws Problem `not_found`. */
  async find(actor: Actor, id: string, reason: string): Promise<PersonRecord> {
    return this.dataSource.transaction(async (manager) => {
      const [row] = await namedQuery<PersonRow>(manager, 'identity.register', personQuery, [this.clock.now(), id]);
      if (!row) throw new Problem('not_found');
      const person = toRecord(row);
      await this.recordReading(manager, actor, reason, [person]);
      return person;
    });
  }

  /** Enters somebody and mails them how to sign in. @throws Problem `already_exists` for a known address. */
  async invite(actor: Actor, input: InviteInput, call: IdempotentCall | null): Promise<{ readonly id: string }> {
    const { email, displayName, homeVillageId = null } = input;
    return this.dataSource.transaction((manager) =>
      this.idempotency.once(manager, call, async () => {
        if (await manager.existsBy(Person, { email })) throw new Problem('already_exists');
        const createdAt = this.clock.now();
        const person = manager.create(Person, { email, displayName, homeVillageId, createdAt });
        const { id } = await manager.save(person);
        await this.record(manager, actor, 'person.invite', id, {});
        await this.jobs.publish(manager, personInvited, { personId: id });
        return { id };
      }),
    );
  }

  /** Moves somebody home, also staff and within 90 days; null for who lives in none of the villages. */
  async move(actor: Actor, id: string, homeVillageId: string | null): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const person = await manager.findOne(Person, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!person) throw new Problem('not_found');
      if (person.homeVillageId === homeVillageId) return;
      const details = { from: person.homeVillageId, to: homeVillageId };
      await manager.update(Person, id, { homeVillageId });
      await this.record(manager, actor, 'person.move', id, details);
    });
    // Staff act as residents at home, so with the village their rights move.
    await this.rights.tell([id]);
  }

  private async welcome(personId: string): Promise<void> {
    const person = await this.dataSource.manager.findOneBy(Person, { id: personId });
    if (!person) return;
    const { subject, text } = nl.invitation;
    const link = `${this.settings.publicUrl}/inloggen`;
    await this.mailer.send({ to: person.email, subject, text: text(person.displayName, person.email, link) });
  }

  private async recordReading(
    manager: EntityManager,
    actor: Actor,
    reason: string,
    people: readonly PersonRecord[],
  ): Promise<void> {
    await this.audit.record(manager, {
      actorId: actor.personId,
      action: 'person.read',
      objectType: 'person',
      objectId: people.length === 1 ? (people[0]?.id ?? '') : 'list',
      details: { reason, people: people.map(({ id }) => id) },
    });
  }

  private record(manager: EntityManager, actor: Actor, action: string, objectId: string, details: object) {
    const actorId = actor.personId;
    return this.audit.record(manager, { actorId, action, objectType: 'person', objectId, details: { ...details } });
  }
}

function toRecord(row: PersonRow): PersonRecord {
  const instant = (at: string): string => new Date(at).toISOString();
  return {
    id: row.id,
    displayName: row.displayName,
    email: row.email,
    homeVillageId: row.homeVillageId,
    createdAt: row.createdAt.toISOString(),
    roles: row.roles.map((one) => ({
      ...one,
      startsAt: instant(one.startsAt),
      endsAt: one.endsAt === null ? null : instant(one.endsAt),
    })),
    covers: row.covers.map((one) => ({ ...one, startsAt: instant(one.startsAt), endsAt: instant(one.endsAt) })),
  };
}
