import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { proposalMoved, proposalVisibilityChanged } from '@kernagenda/proposals/api';
import { Jobs } from '@kernagenda/shared/api';
import { normaliserVersion, readText } from './lexemes';
import type { SearchableText } from './lexemes';
import { forgetTextsQuery, saveTextsQuery, staleTextsQuery, textsQuery } from './search.queries';

interface PublicText extends SearchableText {
  readonly id: string;
  readonly version: number;
}

/** One process at a time writes readings; the number is arbitrary but must stay. */
const writerLock = 7_402_027;
const textsAtOnce = 1000;

/** Keeps what can be found equal to what is public. An event only wakes it: what to do, it reads. */
@Injectable()
export class SearchIndex implements OnModuleInit, OnApplicationBootstrap {
  private readonly logger = new Logger('Search');

  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.subscribe(proposalVisibilityChanged, 'search-shown', () => this.refresh());
    this.jobs.subscribe(proposalMoved, 'search-moved', () => this.refresh());
  }

  /** A new normaliser reads every text again, and what an interrupted start left is finished. */
  onApplicationBootstrap(): void {
    // The pages do not wait for it, and what fails is tried again with the next event.
    this.refresh().catch((error: unknown) => this.logger.error(String(error)));
  }

  /** Brings the readings up to date, some at a time; does nothing when they are. */
  async refresh(): Promise<void> {
    while ((await this.readSome()) > 0);
  }

  private async readSome(): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      // Another process may be reading everything again, which takes longer than a request may.
      await manager.query('set local statement_timeout = 0');
      await manager.query('select pg_advisory_xact_lock($1)', [writerLock]);
      const stale = await manager.query<{ id: string }[]>(staleTextsQuery, [normaliserVersion, textsAtOnce]);
      if (stale.length === 0) return 0;
      const ids = stale.map(({ id }) => id);
      const texts = await manager.query<PublicText[]>(textsQuery, [ids]);
      const rows = texts.map((text) => ({ id: text.id, version: text.version, ...readText(text) }));
      await manager.query(forgetTextsQuery, [ids]);
      await manager.query(saveTextsQuery, [JSON.stringify(rows), normaliserVersion]);
      return ids.length;
    });
  }
}
