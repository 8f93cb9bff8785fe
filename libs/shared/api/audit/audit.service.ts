import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock';
import { AuditEntry } from './audit-entries.entity';

export interface AuditRecord {
  /** Null when the system did it. */
  readonly actorId: string | null;
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string;
  readonly fromState?: string;
  readonly toState?: string;
  /** Facts that explain the action; never text of a resident, which must stay erasable. */
  readonly details?: Readonly<Record<string, unknown>>;
}

@Injectable()
export class Audit {
  constructor(private readonly clock: Clock) {}

  /** Writes what happened in the transaction of the change itself: both are there, or neither. */
  async record(manager: EntityManager, entry: AuditRecord): Promise<void> {
    await manager.insert(AuditEntry, {
      at: this.clock.now(),
      actorId: entry.actorId,
      action: entry.action,
      objectType: entry.objectType,
      objectId: entry.objectId,
      fromState: entry.fromState ?? null,
      toState: entry.toState ?? null,
      details: { ...entry.details },
    });
  }
}
