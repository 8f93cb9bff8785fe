import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Clock, Jobs, Realtime } from '@kernagenda/shared/api';
import { Problem } from '@kernagenda/shared/domain';
import type { Period } from '@kernagenda/shared/domain';
import { rightsChanged } from './identity.events';

/** Any number; the same for every server of an installation. */
const adminsLock = 7_142_028;

/** $1: now; $2: an assignment that does not count, or null. */
const lastingAdminQuery = `
  select 1 from role_assignment
  where role = 'admin' and starts_at <= $1 and ends_at is null and id is distinct from $2::uuid limit 1`;

/** Who covers for any of these people, and so gets other rights when theirs change. $1: people; $2: now. */
const coveringQuery = `
  select covering_id as id from role_cover where covered_id = any($1::uuid[]) and ends_at > $2`;

/** What must stay true of rights as they change, and telling open pages that they did. */
@Injectable()
export class Rights implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly realtime: Realtime,
  ) {}

  onModuleInit(): void {
    this.jobs.subscribe(rightsChanged, 'identity-rights-changed', ({ personId }) => this.tell([personId]));
  }

  /** Lets one transaction at a time change who administers. */
  async lockAdmins(manager: EntityManager): Promise<void> {
    await manager.query('select pg_advisory_xact_lock($1)', [adminsLock]);
  }

  /** Whether somebody administers now, without an end. */
  async hasAdmin(manager: EntityManager, exceptAssignmentId: string | null = null): Promise<boolean> {
    const rows = await manager.query<unknown[]>(lastingAdminQuery, [this.clock.now(), exceptAssignmentId]);
    return rows.length > 0;
  }

  /** @throws Problem `last_admin` when nobody would be left without an end. Holds the lock until the commit. */
  async requireOtherAdmin(manager: EntityManager, assignmentId: string): Promise<void> {
    await this.lockAdmins(manager);
    if (!(await this.hasAdmin(manager, assignmentId))) throw new Problem('last_admin');
  }

  /** Puts down that open pages are told when a period begins later, and when it ends. */
  async schedule(manager: EntityManager, personId: string, { startsAt, endsAt }: Period): Promise<void> {
    const now = this.clock.now().getTime();
    for (const at of [startsAt, endsAt]) {
      if (!at || at.getTime() <= now) continue;
      const afterSeconds = Math.ceil((at.getTime() - now) / 1000);
      await this.jobs.publish(manager, rightsChanged, { personId }, { afterSeconds });
    }
  }

  /** Tells open pages; call it after the commit. Their sockets close and come back under the rights of that moment. */
  async tell(personIds: readonly string[]): Promise<void> {
    const values = [personIds, this.clock.now()];
    const covering = await this.dataSource.query<{ readonly id: string }[]>(coveringQuery, values);
    for (const id of new Set([...personIds, ...covering.map((row) => row.id)])) this.realtime.disconnect(id);
  }
}
