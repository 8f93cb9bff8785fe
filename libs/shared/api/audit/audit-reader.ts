import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AuditEntryView, Page } from '@kernagenda/shared/domain';
import { toPage } from '../http/cursors';
import { Audit } from './audit.service';

export interface AuditFilter {
  readonly objectType?: string | undefined;
  readonly objectId?: string | undefined;
  readonly actorId?: string | undefined;
  readonly action?: string | undefined;
}

interface Row extends Omit<AuditEntryView, 'at' | 'position'> {
  readonly at: Date;
  readonly position: string | null;
}

/** Reading the log shows what people did, so it leaves an entry itself. */
@Injectable()
export class AuditReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: Audit,
  ) {}

  /** A page of entries, newest first; no page is answered whose reading could not be recorded. */
  async list(
    readerId: string,
    reason: string,
    filter: AuditFilter,
    limit: number,
    after: readonly [id: number] | null,
  ): Promise<Page<AuditEntryView>> {
    return this.dataSource.transaction(async (manager) => {
      const { text, values } = listQuery(filter, after, limit + 1);
      const rows = await manager.query<Row[]>(text, values);
      await this.audit.record(manager, {
        actorId: readerId,
        action: 'audit.read',
        objectType: 'audit',
        // Not the kind of what was read: its page shows its own entries to everybody.
        objectId: filter.objectId ?? filter.actorId ?? 'all',
        details: { reason, ...filter },
      });
      return toPage(rows, limit, toView, ({ id }) => [Number(id)]);
    });
  }
}

const columns = {
  objectType: 'e.object_type',
  objectId: 'e.object_id',
  actorId: 'e.actor_id',
  action: 'e.action',
} as const satisfies Record<keyof AuditFilter, string>;

function listQuery(
  filter: AuditFilter,
  after: readonly [id: number] | null,
  rows: number,
): { readonly text: string; readonly values: unknown[] } {
  const values: unknown[] = [];
  const value = (given: unknown): string => `$${values.push(given)}`;
  const where = ['true'];
  for (const key of ['objectType', 'objectId', 'actorId', 'action'] as const) {
    if (filter[key] !== undefined) where.push(`${columns[key]} = ${value(filter[key])}`);
  }
  if (after) where.push(`e.id < ${value(after[0])}`);
  const text = `
    select e.id, e.at, e.actor_id as "actorId", e.action, e.object_type as "objectType", e.object_id as "objectId",
      e.from_state as "from", e.to_state as "to", d.details, c.position,
      (e.details_hash is not null and d.entry_id is null) as "areDetailsErased"
    from audit_entry e
    left join audit_details d on d.entry_id = e.id
    left join audit_chain c on c.entry_id = e.id
    where ${where.join(' and ')} order by e.id desc limit ${value(rows)}`;
  return { text, values };
}

function toView({ at, position, ...row }: Row): AuditEntryView {
  return { ...row, at: at.toISOString(), position: position === null ? null : Number(position) };
}
