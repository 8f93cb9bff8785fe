import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Audit, Clock, Idempotency, namedQuery, requireVersion, toPage } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import { PeopleRegistry, Rights } from '@kernagenda/identity/api';
import type { Actor } from '@kernagenda/identity/domain';
import { Problem, amsterdamDay, endOfAmsterdamDay, invalidField, isDay, toPeriod } from '@kernagenda/shared/domain';
import type { Page } from '@kernagenda/shared/domain';
import type { TeamInput, TeamRecord, TeamRef, TeamUpdate } from '@kernagenda/villages/domain';
import { runningTeamsQuery, teamsQuery } from './administration.queries';
import type { TeamRow } from './administration.queries';
import { requireMunicipality } from './municipality';
import { Team } from './villages.entities';

/** Teams of the municipality; their members are the officials with a role for them. */
@Injectable()
export class TeamsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly idempotency: Idempotency,
    private readonly people: PeopleRegistry,
    private readonly rights: Rights,
  ) {}

  /** The teams there are now, by name. */
  async listRunning(limit: number, afterName: string | null): Promise<Page<TeamRef>> {
    const values = [this.clock.now(), afterName, limit + 1];
    const rows = await namedQuery<TeamRef & { id: string }>(this.dataSource, 'teams', runningTeamsQuery, values);
    return toPage(
      rows,
      limit,
      (row) => row,
      ({ name }) => [name],
    );
  }

  /** All teams, also those that ended or are to begin. */
  async list(limit: number, afterName: string | null): Promise<Page<TeamRecord>> {
    const rows = await this.read(this.dataSource.manager, null, afterName, limit + 1);
    return toPage(rows, limit, toRecord, ({ name }) => [name]);
  }

  /** @throws Problem `invalid_input`, `already_exists` for a name that is taken, `wrong_state` without a municipality. */
  async add(actor: Actor, { name, ...days }: TeamInput, call: IdempotentCall | null): Promise<TeamRecord> {
    const period = toPeriod(days, this.clock.now());
    return this.dataSource.transaction((manager) =>
      this.idempotency.once(manager, call, async () => {
        const municipality = await requireMunicipality(manager);
        const { id } = await manager.save(manager.create(Team, { municipalityId: municipality.id, name, ...period }));
        await this.record(manager, actor, 'team.create', id, {});
        return this.readOne(manager, id);
      }),
    );
  }

  /**
   * Renames a team and sets its last day; roles in it end with it at the latest.
   * @throws Problem `invalid_input` for a last day before today or before it began, `stale_version`.
   */
  async change(actor: Actor, id: string, { name, until }: TeamUpdate, seenVersion: number): Promise<TeamRecord> {
    const { team, people } = await this.dataSource.transaction(async (manager) => {
      const found = await manager.findOne(Team, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!found) throw new Problem('not_found');
      requireVersion(found.version, seenVersion);
      const endsAt = until === null ? null : this.lastInstant(until, found);
      await manager.update(Team, id, { name, endsAt, version: found.version + 1 });
      await this.record(manager, actor, 'team.change', id, { from: found.name, to: name, endsAt });
      const people = endsAt ? await this.people.endRolesOf(manager, actor, 'team', id, endsAt) : [];
      return { team: await this.readOne(manager, id), people };
    });
    await this.rights.tell(people);
    return team;
  }

  /** What ended stays as it ended: only a new last day is looked at. */
  private lastInstant(until: string, { startsAt, endsAt }: Team): Date {
    if (endsAt && until === amsterdamDay(endsAt)) return endsAt;
    const isPossible = isDay(until) && until >= amsterdamDay(this.clock.now()) && until >= amsterdamDay(startsAt);
    if (!isPossible) throw invalidField('/until', 'a day, today or later, and not before the first one');
    return endOfAmsterdamDay(until);
  }

  private async readOne(manager: EntityManager, id: string): Promise<TeamRecord> {
    const [team] = await this.read(manager, id, null, 1);
    if (!team) throw new Problem('not_found');
    return toRecord(team);
  }

  private read(manager: EntityManager, id: string | null, afterName: string | null, rows: number): Promise<TeamRow[]> {
    return namedQuery<TeamRow>(manager, 'teams register', teamsQuery, [this.clock.now(), id, afterName, rows]);
  }

  private record(manager: EntityManager, actor: Actor, action: string, objectId: string, details: object) {
    const actorId = actor.personId;
    return this.audit.record(manager, { actorId, action, objectType: 'team', objectId, details: { ...details } });
  }
}

function toRecord(row: TeamRow): TeamRecord {
  return { ...row, startsAt: row.startsAt.toISOString(), endsAt: row.endsAt?.toISOString() ?? null };
}
