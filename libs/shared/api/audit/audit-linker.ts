import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Jobs } from '../jobs/jobs.service';
import { chainStart, chainedSelect, hashLink } from './audit-chain';
import type { ChainedEntry } from './audit-chain';

/** Any number; the same for every server of an installation. */
const linkLock = 7_142_028;

const batch = 1_000;

/** How many entries may be written while a transaction lasts before its own wait for the night. */
const lookBack = 10_000;

/**
 * Chains the entries after they were written, so that writers never wait for each other.
 *
 * No entry can be skipped: a number of the sequence says nothing about when its transaction commits, so nothing is
 * concluded from numbers. What is committed and has no link is linked. Every minute that is looked for among the last
 * numbers, which is cheap however long the log; every night from the first number on, so that even what committed very
 * late, with a number however low, is found.
 */
@Injectable()
export class AuditLinker implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.everyMinute('audit-link', () => this.linkRecent());
    this.jobs.daily('audit-link-all', () => this.linkAll());
  }

  /** Links what is committed from a little before the last link on; all of it where nothing is linked yet. */
  async linkRecent(): Promise<void> {
    const [row] = await this.dataSource.query<{ readonly last: string | null }[]>(
      'select max(entry_id) as last from audit_chain',
    );
    await this.linkAll(String(Math.max(0, Number(row?.last ?? 0) - lookBack)));
  }

  /** Links all that is committed; may run twice, at once, or be cut off: a batch is linked as a whole or not at all. */
  async linkAll(from = '0'): Promise<void> {
    let after: string | null = from;
    while (after !== null) {
      const begin: string = after;
      after = await this.dataSource.transaction('READ COMMITTED', (manager) => this.linkBatch(manager, begin));
    }
  }

  /** The number after which the next batch of this run begins, or null when there is none. */
  private async linkBatch(manager: EntityManager, after: string): Promise<string | null> {
    // A statement of its own: what follows sees all that the holder before us committed.
    await manager.query('select pg_advisory_xact_lock($1)', [linkLock]);
    const entries = await manager.query<ChainedEntry[]>(
      `select ${chainedSelect} from audit_entry e
       where e.id > $1 and not exists (select from audit_chain c where c.entry_id = e.id and c.entry_id > $1)
       order by e.id limit $2`,
      [after, batch],
    );
    const [head] = await manager.query<{ readonly position: string; readonly hash: string }[]>(
      'select position, hash from audit_chain order by position desc limit 1',
    );
    const first = Number(head?.position ?? 0) + 1;
    let previous = head?.hash ?? chainStart;
    const links = entries.map((entry, index) => {
      const link = { entryId: entry.id, previous, hash: hashLink(previous, first + index, entry) };
      previous = link.hash;
      return link;
    });
    await manager.query(
      `insert into audit_chain (position, entry_id, previous_hash, hash)
       select $1 + n - 1, entry_id, previous_hash, hash
       from unnest($2::bigint[], $3::text[], $4::text[]) with ordinality as link (entry_id, previous_hash, hash, n)`,
      [first, links.map(({ entryId }) => entryId), links.map((link) => link.previous), links.map(({ hash }) => hash)],
    );
    return links.length < batch ? null : (links.at(-1)?.entryId ?? null);
  }
}
