import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Audit, Clock, Idempotency, namedQuery, toPage } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import { Problem, invalidField, toPeriod } from '@kernagenda/shared/domain';
import type { Page } from '@kernagenda/shared/domain';
import type { Actor, MandateInput, MandateView } from '@kernagenda/identity/domain';
import { Mandate, Person } from './identity.entities';

interface MandateRow {
  readonly id: string;
  readonly personId: string;
  readonly displayName: string;
  /** As PostgreSQL writes it. */
  readonly maxCents: string;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
}

/** $1: now; $2: a mandate, or null for all; $3, $4: the keys after which the page begins, or null; $5: the number of rows. */
const mandatesQuery = `
  select m.id, p.id as "personId", p.display_name as "displayName", m.max_cents as "maxCents",
    m.starts_at as "startsAt", m.ends_at as "endsAt"
  from mandate m join person p on p.id = m.person_id
  where (m.ends_at is null or m.ends_at > $1) and ($2::uuid is null or m.id = $2)
    and ($3::text is null or (p.display_name, m.id) > ($3::text, $4::uuid))
  order by p.display_name, m.id limit $5`;

/** $1: person; $2: now. */
const officialQuery = `
  select 1 from role_assignment where person_id = $1 and role = 'official' and (ends_at is null or ends_at > $2) limit 1`;

/** Who may decide about how much money. Who gives them is said at the door: the administrator. */
@Injectable()
export class Mandates {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly idempotency: Idempotency,
  ) {}

  /** Running and to come, by name. */
  async list(limit: number, after: readonly string[] | null): Promise<Page<MandateView>> {
    const rows = await this.read(this.dataSource.manager, null, after, limit + 1);
    return toPage(rows, limit, toView, ({ displayName, id }) => [displayName, id]);
  }

  /** @throws Problem `invalid_input` for who is no official, `already_exists` for who has one in that period */
  async give(actor: Actor, input: MandateInput, call: IdempotentCall | null): Promise<MandateView> {
    const { maxCents, ...days } = input;
    const personId = input.personId.toLowerCase();
    const period = toPeriod(days, this.clock.now());
    return this.dataSource.transaction((manager) =>
      this.idempotency.once(manager, call, async () => {
        const person = await manager.findOne(Person, { where: { id: personId }, lock: { mode: 'pessimistic_write' } });
        const officials = await manager.query<unknown[]>(officialQuery, [personId, this.clock.now()]);
        if (!person || officials.length === 0) throw invalidField('/personId', 'an official');
        const { id } = await manager.save(manager.create(Mandate, { personId, maxCents, ...period }));
        await this.record(manager, actor, 'mandate.give', personId, { mandateId: id, maxCents, ...period });
        const [row] = await this.read(manager, id, null, 1);
        if (!row) throw new Problem('not_found');
        return toView(row);
      }),
    );
  }

  /** Ends a mandate now; one that did not begin yet never will. */
  async end(actor: Actor, id: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const found = await manager.findOne(Mandate, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!found) throw new Problem('not_found');
      const now = this.clock.now();
      if (found.endsAt && found.endsAt <= now) return;
      await manager.update(Mandate, id, { endsAt: found.startsAt > now ? found.startsAt : now });
      await this.record(manager, actor, 'mandate.end', found.personId, { mandateId: id });
    });
  }

  private read(manager: EntityManager, id: string | null, after: readonly string[] | null, rows: number) {
    const values = [this.clock.now(), id, after?.[0] ?? null, after?.[1] ?? null, rows];
    return namedQuery<MandateRow>(manager, 'mandates', mandatesQuery, values);
  }

  private record(manager: EntityManager, actor: Actor, action: string, objectId: string, details: object) {
    const actorId = actor.personId;
    return this.audit.record(manager, { actorId, action, objectType: 'person', objectId, details: { ...details } });
  }
}

const toView = ({ id, personId, displayName, maxCents, startsAt, endsAt }: MandateRow): MandateView => ({
  id,
  person: { id: personId, displayName },
  maxCents: Number(maxCents),
  startsAt: startsAt.toISOString(),
  endsAt: endsAt?.toISOString() ?? null,
});
