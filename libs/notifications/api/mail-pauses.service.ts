import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { mailReturned } from '@kernagenda/conversations/api';
import type { Actor } from '@kernagenda/identity/domain';
import { Audit, Clock, Jobs } from '@kernagenda/shared/api';

/** $1: person; $2: status; $3: now. */
const pauseQuery = `
  insert into mail_pause (person_id, status, paused_at) select id, $2, $3 from person_public where id = $1
  on conflict do nothing returning person_id`;

/** $1: person. */
const resumeQuery = 'delete from mail_pause where person_id = $1 returning person_id';

/** Keeps mail from addresses that it comes back from; codes to sign in go on, so that nobody is shut out. */
@Injectable()
export class MailPauses implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly audit: Audit,
  ) {}

  onModuleInit(): void {
    this.jobs.subscribe(mailReturned, 'notifications-returned', ({ personId, status }) => this.pause(personId, status));
  }

  /** Twice changes nothing. The status as in RFC 3463. */
  async pause(personId: string, status: string): Promise<void> {
    await this.change('pause_mail', pauseQuery, [personId, status, this.clock.now()], { status });
  }

  /** Mail goes out again, until it comes back again. */
  async resume({ personId }: Actor): Promise<void> {
    await this.change('resume_mail', resumeQuery, [personId], {});
  }

  private async change(
    action: string,
    query: string,
    values: readonly [personId: string, ...others: unknown[]],
    details: Readonly<Record<string, string>>,
  ): Promise<void> {
    const [personId] = values;
    await this.dataSource.transaction(async (manager) => {
      const answer: unknown = await manager.query(query, [...values]);
      // TypeORM answers a delete with its rows and their number.
      const rows: unknown = Array.isArray(answer) && Array.isArray(answer[0]) ? answer[0] : answer;
      if (!Array.isArray(rows) || rows.length === 0) return;
      const actorId = action === 'resume_mail' ? personId : null;
      await this.audit.record(manager, { actorId, action, objectType: 'person', objectId: personId, details });
    });
  }
}
