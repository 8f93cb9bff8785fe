import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { collaborationHappened } from '@kernagenda/collaborations/api';
import type { HistoryKind } from '@kernagenda/collaborations/domain';
import type { CollaborationKind } from '@kernagenda/notifications/domain';
import { Jobs } from '@kernagenda/shared/api';
import { Ledger } from './ledger.service';

const kindOf: Readonly<Partial<Record<HistoryKind, CollaborationKind>>> = {
  joined: 'collaboration_joined',
  left: 'collaboration_left',
  role: 'collaboration_role',
  terms: 'collaboration_terms',
  agreed: 'collaboration_agreed',
  phase: 'collaboration_phase',
  purchase: 'collaboration_purchase',
};

/** $1: what happened. */
const toldQuery = 'select kind from collaboration_told where history_id = $1';

/** Hears what happens in collaborations, and tells who takes part in them. */
@Injectable()
export class CollaborationListeners implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: Jobs,
    private readonly ledger: Ledger,
  ) {}

  onModuleInit(): void {
    this.jobs.subscribe(collaborationHappened, 'notifications-collaboration', ({ historyId, actorId }) =>
      this.happened(historyId, actorId),
    );
  }

  private async happened(historyId: string, actorId: string | null): Promise<void> {
    const [told] = await this.dataSource.query<{ kind: HistoryKind }[]>(toldQuery, [historyId]);
    const kind = told && kindOf[told.kind];
    if (!kind) return;
    const event = `collaboration ${historyId}`;
    await this.ledger.note({ event, kind, historyId, except: [actorId], audience: 'parties', ids: [historyId] });
  }
}
