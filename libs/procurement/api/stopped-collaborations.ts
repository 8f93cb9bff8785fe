import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { Collaborations, collaborationHappened } from '@kernagenda/collaborations/api';
import { leavableStates } from '@kernagenda/procurement/domain';
import { Clock, Jobs } from '@kernagenda/shared/api';
import { ProcurementCase } from './purchases.entities';
import { Purchases } from './purchases';

/** The collaboration of which it is told that it ended; no row for other news. $1: what happened. */
const endedQuery = `
  select collaboration_id as "collaborationId" from collaboration_told
  where history_id = $1 and kind = 'phase' and to_state = 'closed'`;

/** Where villages stop working together, they do not buy together either. */
@Injectable()
export class StoppedCollaborations implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly collaborations: Collaborations,
    private readonly purchases: Purchases,
  ) {}

  onModuleInit(): void {
    this.jobs.subscribe(collaborationHappened, 'procurement-stopped', ({ historyId }) => this.hear(historyId));
  }

  private async hear(historyId: string): Promise<void> {
    const [ended] = await this.dataSource.query<{ readonly collaborationId: string }[]>(endedQuery, [historyId]);
    if (ended) await this.endPurchaseOf(ended.collaborationId);
  }

  /** Ends the purchase that runs and of which nothing is ordered; who holds the collaboration holds it too. */
  private async endPurchaseOf(collaborationId: string): Promise<void> {
    const id = await this.dataSource.transaction(async (manager) => {
      const { row: collaboration } = await this.collaborations.lock(manager, collaborationId, null);
      const row = await manager.findOneBy(ProcurementCase, { collaborationId, state: In(leavableStates) });
      if (!row) return null;
      const now = this.clock.now();
      const reason = collaboration.stopReason ?? '';
      const ended = { endedAt: now, endedFrom: row.state, endedReason: reason, movedAt: now };
      await manager.update(ProcurementCase, row.id, { ...ended, state: 'not_joint', version: row.version + 1 });
      await this.purchases.tell(manager, row.id, [{ kind: 'not_joint', note: reason }]);
      const states = { fromState: row.state, toState: 'not_joint' };
      await this.purchases.record(manager, null, 'end_not_joint', row.id, { reason }, states);
      return row.id;
    });
    if (id) this.purchases.announce(collaborationId, id);
  }
}
