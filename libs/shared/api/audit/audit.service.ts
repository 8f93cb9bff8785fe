import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock';
import { namedQuery } from '../database/named-query';
import { hashDetails } from './audit-chain';

export interface AuditRecord {
  /** Null when the system did it. */
  readonly actorId: string | null;
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string;
  readonly fromState?: string;
  readonly toState?: string;
  /** What explains the action, such as values before and after. It stands apart and can be erased; all else cannot. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** One statement for both rows: an entry costs one question to the database, with details or without. */
export const auditInsert = `
  with entry as (
    insert into audit_entry (at, actor_id, action, object_type, object_id, from_state, to_state, details_hash)
    values ($1, $2, $3, $4, $5, $6, $7, $8) returning id)
  insert into audit_details (entry_id, salt, details) select id, $9, $10::json from entry where $10::json is not null`;

@Injectable()
export class Audit {
  constructor(private readonly clock: Clock) {}

  /** Writes what happened in the transaction of the change itself: both are there, or neither. */
  async record(manager: EntityManager, entry: AuditRecord): Promise<void> {
    const details = entry.details ? JSON.stringify(entry.details) : null;
    const salt = details === null ? null : randomBytes(16).toString('hex');
    await namedQuery(manager, 'audit record', auditInsert, [
      this.clock.now(),
      entry.actorId,
      entry.action,
      entry.objectType,
      entry.objectId,
      entry.fromState ?? null,
      entry.toState ?? null,
      details === null || salt === null ? null : hashDetails(salt, details),
      salt,
      details,
    ]);
  }
}
