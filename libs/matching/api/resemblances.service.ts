import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { proposalVisibilityChanged } from '@kernagenda/proposals/api';
import { Clock, Jobs, Realtime } from '@kernagenda/shared/api';
import { MatchWorker, MatchingStopped } from './match-worker';
import { anyTextQuery } from './matching.queries';

/** Keeps stored resemblances and flags equal to what is public. An event only wakes it: what to do, the worker reads. */
@Injectable()
export class Resemblances implements OnModuleInit, OnApplicationBootstrap {
  private readonly logger = new Logger('Matching');

  constructor(
    private readonly dataSource: DataSource,
    private readonly worker: MatchWorker,
    private readonly jobs: Jobs,
    private readonly realtime: Realtime,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.subscribe(proposalVisibilityChanged, 'matching-refresh', () => this.refresh());
  }

  /** A new engine reads every text again, and what an interrupted start left is finished. */
  async onApplicationBootstrap(): Promise<void> {
    const [found] = await this.dataSource.query<{ isAny: boolean }[]>(anyTextQuery);
    if (!found?.isAny) return;
    // The pages do not wait for it, and what fails is tried again with the next event.
    this.refresh().catch((error: unknown) => {
      if (!(error instanceof MatchingStopped)) this.logger.error(String(error));
    });
  }

  /** Brings resemblances and flags up to date; does nothing when they are. */
  async refresh(): Promise<void> {
    const touched = await this.worker.ask('refresh', { at: this.clock.now() });
    if (touched.length === 0) return;
    this.realtime.publish('public', { kind: 'matches', proposalId: touched[0] ?? '' });
    for (const proposalId of touched) {
      this.realtime.publish(`proposal:${proposalId}`, { kind: 'matches', proposalId });
    }
  }
}
