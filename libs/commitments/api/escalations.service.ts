import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { escalationLevels, escalationsDue } from '@kernagenda/commitments/domain';
import type { EscalationLevel, Pause } from '@kernagenda/commitments/domain';
import { Clock, Jobs, namedQuery } from '@kernagenda/shared/api';
import { amsterdamDay } from '@kernagenda/shared/domain';
import { commitmentLate } from './commitments.events';
import { commitmentLockQuery } from './promises.queries';
import type { LockedCommitment } from './promises.queries';

/** Late ones of which not everybody was told, longest first. $1: today; $2: the last level. */
const lateQuery = `
  select c.id from commitment_public c
  where c.state = 'open' and c.due_on < $1::date and not exists (
    select from commitment_escalation e where e.commitment_id = c.id and e.due_on = c.due_on and e.level = $2)
  order by c.due_on, c.id`;

/** $1: the promise. */
const questionsQuery = `
  select kind, at from commitment_step where commitment_id = $1 and kind in ('asked', 'resumed') order by number`;

/** $1: the promise; $2: its due day; $3: level; $4: now. No row when it was told before. */
const tellQuery = `
  insert into commitment_escalation (commitment_id, due_on, level, told_at) values ($1, $2, $3, $4)
  on conflict do nothing returning level`;

/** Every night: who should know that a promise is late is told, each level once for each due day. */
@Injectable()
export class Escalations implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.daily('commitments-escalate', () => this.escalate());
  }

  async escalate(): Promise<void> {
    const today = amsterdamDay(this.clock.now());
    const late = await this.dataSource.query<{ readonly id: string }[]>(lateQuery, [today, escalationLevels.at(-1)]);
    for (const { id } of late) await this.dataSource.transaction((manager) => this.tell(manager, id, today));
  }

  private async tell(manager: EntityManager, id: string, today: string): Promise<void> {
    const [row] = await namedQuery<LockedCommitment>(manager, 'commitment lock', commitmentLockQuery, [id]);
    // Kept, moved or asked about since the list was read.
    if (row?.state !== 'open') return;
    const { dueOn } = row;
    for (const level of escalationsDue(dueOn, today, await this.findPauses(manager, id))) {
      if (await this.isNew(manager, id, dueOn, level)) {
        await this.jobs.publish(manager, commitmentLate, { commitmentId: id, dueOn, level });
      }
    }
  }

  private async isNew(manager: EntityManager, id: string, dueOn: string, level: EscalationLevel): Promise<boolean> {
    const told: unknown[] = await manager.query(tellQuery, [id, dueOn, level, this.clock.now()]);
    return told.length > 0;
  }

  private async findPauses(manager: EntityManager, id: string): Promise<readonly Pause[]> {
    const steps: { readonly kind: 'asked' | 'resumed'; readonly at: Date }[] = await manager.query(questionsQuery, [
      id,
    ]);
    return steps.flatMap(({ kind, at }, index) => {
      if (kind === 'resumed') return [];
      const end = steps[index + 1];
      return [{ from: amsterdamDay(at), until: end ? amsterdamDay(end.at) : null }];
    });
  }
}
