import type { EntityManager } from 'typeorm';
import { chainStart, chainedSelect, hashDetails, hashLink } from './audit-chain';
import type { ChainedEntry } from './audit-chain';

/** The first thing found wrong: where, and what happened to which entry. */
export interface AuditFault {
  readonly kind: 'edited' | 'missing' | 'reordered' | 'extra';
  readonly position: number;
  /** Null when the link is gone that would say it. */
  readonly entryId: string | null;
}

export interface AuditReport {
  /** Entries whose link, content and details are as they were written. */
  readonly soundCount: number;
  /** How many of those had details that are erased. */
  readonly erasedCount: number;
  /** The last sound link; null in an empty chain. */
  readonly head: { readonly position: number; readonly hash: string } | null;
  /** The position of the head that was asked for; null when it was not found. */
  readonly foundAt: number | null;
  readonly fault: AuditFault | null;
  /** Entries that no job has linked yet; an edit of those cannot be seen. */
  readonly unlinked: { readonly count: number; readonly oldestAt: Date | null };
}

/** A link with its entry, whose columns are null when that is gone. */
interface Link extends Omit<ChainedEntry, 'id'> {
  readonly id: string | null;
  readonly position: string;
  readonly entryId: string;
  readonly previousHash: string;
  readonly hash: string;
  readonly salt: string | null;
  readonly details: string | null;
}

const batch = 1_000;

const linksQuery = `
  select c.position, c.entry_id as "entryId", c.previous_hash as "previousHash", c.hash, ${chainedSelect},
    d.salt, d.details::text
  from audit_chain c left join audit_entry e on e.id = c.entry_id left join audit_details d on d.entry_id = c.entry_id
  where $1::bigint is null or c.position > $1 order by c.position limit ${batch}`;

const hasEntry = (link: Link): link is Link & ChainedEntry => link.id !== null;

/**
 * Walks the chain from its start and stops at the first fault. It only reads, in the transaction of the manager, which
 * must see one moment (`REPEATABLE READ`).
 * @param soughtHead a hash noted earlier, which must still be part of the chain
 */
export async function verifyAudit(manager: EntityManager, soughtHead: string | null): Promise<AuditReport> {
  let before = '';
  let head = { position: 0, hash: chainStart };
  let last: Link | null = null;
  let erasedCount = 0;
  let foundAt: number | null = null;
  let fault: AuditFault | null = null;
  let links: Link[];
  do {
    links = await manager.query<Link[]>(linksQuery, [last?.position ?? null]);
    for (const link of links) {
      fault = await findFault(manager, link, head, before, links, last);
      if (fault) break;
      before = head.hash;
      head = { position: head.position + 1, hash: link.hash };
      last = link;
      if (link.details_hash !== null && link.details === null) erasedCount += 1;
      if (link.hash === soughtHead) foundAt = head.position;
    }
  } while (fault === null && links.length === batch);
  return {
    soundCount: head.position,
    erasedCount,
    head: head.position > 0 ? head : null,
    foundAt,
    fault,
    unlinked: await countUnlinked(manager),
  };
}

async function findFault(
  manager: EntityManager,
  link: Link,
  head: { readonly position: number; readonly hash: string },
  before: string,
  links: readonly Link[],
  last: Link | null,
): Promise<AuditFault | null> {
  const position = head.position + 1;
  const { entryId } = link;
  if (Number(link.position) > position) return { kind: 'missing', position, entryId: null };
  if (Number(link.position) < position) return { kind: 'extra', position: Number(link.position), entryId };
  const fits = (entry: Link): boolean => hasEntry(entry) && hashLink(head.hash, position, entry) === link.hash;

  if (link.previousHash !== head.hash || (hasEntry(link) && !fits(link))) {
    const follower = await exists(manager, 'previous_hash = $1 and position <> $2', [head.hash, position]);
    if (follower) {
      const isMoved = await exists(manager, 'hash = $1', [link.previousHash]);
      return { kind: isMoved && link.previousHash !== head.hash ? 'reordered' : 'extra', position, entryId };
    }
    if (fits(link)) return { kind: 'edited', position, entryId };
    if (last && link.previousHash === before) {
      return { kind: 'extra', position: head.position, entryId: last.entryId };
    }
    if (link.previousHash !== head.hash) return { kind: 'missing', position, entryId: null };
    return { kind: links.some(fits) ? 'reordered' : 'edited', position, entryId };
  }
  if (!hasEntry(link)) return { kind: 'missing', position, entryId };
  return areDetailsSound(link) ? null : { kind: 'edited', position, entryId };
}

function areDetailsSound({ details_hash: hash, salt, details }: Link): boolean {
  if (details === null) return true;
  return hash !== null && salt !== null && hashDetails(salt, details) === hash;
}

async function exists(manager: EntityManager, where: string, values: readonly unknown[]): Promise<boolean> {
  const rows = await manager.query<object[]>(`select 1 from audit_chain where ${where} limit 1`, [...values]);
  return rows.length > 0;
}

async function countUnlinked(manager: EntityManager): Promise<AuditReport['unlinked']> {
  const [row] = await manager.query<AuditReport['unlinked'][]>(
    `select count(*)::int as count, min(e.at) as "oldestAt" from audit_entry e
     where not exists (select from audit_chain c where c.entry_id = e.id)`,
  );
  return row ?? { count: 0, oldestAt: null };
}
