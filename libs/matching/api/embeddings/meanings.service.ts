import { Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { proposalVisibilityChanged } from '@kernagenda/proposals/api';
import { Clock, Jobs, Settings } from '@kernagenda/shared/api';
import { SettingsService } from '@kernagenda/villages/api';
import { Resemblances } from '../resemblances.service';
import { embedMissing } from './embed-missing';
import { createEmbedder } from './embedder';
import type { Embedder } from './embedder';

/**
 * Gives public texts the vectors they lack, where the host named a model. Nobody waits for it: without vectors texts
 * are compared by their words, and once there are some, compared again.
 */
@Injectable()
export class Meanings implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger('Embeddings');
  private readonly embedder: Embedder | null;
  private readonly refused = new Set<string>();
  private readonly stopping = new AbortController();
  private toldFailure: string | null = null;
  /** One at a time: a turn that goes on may be past the text that just came. */
  private turn: Promise<void> = Promise.resolve();

  constructor(
    settings: Settings,
    private readonly dataSource: DataSource,
    private readonly municipality: SettingsService,
    private readonly resemblances: Resemblances,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {
    this.embedder = settings.embeddings && createEmbedder(settings.embeddings);
  }

  onModuleInit(): void {
    if (this.embedder) this.jobs.subscribe(proposalVisibilityChanged, 'matching-vectors', () => this.catchUp());
    // Also without a model: a schedule outlives the setting, and would have nobody to do its jobs.
    this.jobs.everyMinute('matching-vectors-again', () => this.catchUp());
  }

  beforeApplicationShutdown(): void {
    this.stopping.abort();
  }

  /** What fails is said once, and tried again with the next minute or text. */
  catchUp(): Promise<void> {
    const { embedder } = this;
    if (!embedder) return Promise.resolve();
    const turn = this.turn.then(() => this.takeTurn(embedder));
    this.turn = turn.catch(() => undefined);
    return turn;
  }

  private async takeTurn(embedder: Embedder): Promise<void> {
    const isPublicAllowed = await this.municipality.allowsPublicEmbeddings();
    const { refused } = this;
    const { signal } = this.stopping;
    const { made, failure } = await embedMissing(this.dataSource, embedder, {
      ...{ isPublicAllowed, refused, signal, now: this.clock.now() },
    });
    if (signal.aborted) return;
    if (failure !== null && failure !== this.toldFailure) {
      this.logger.warn(`The embedding model gives no vectors: ${failure}. It is asked again.`);
    }
    this.toldFailure = failure;
    if (made > 0) await this.resemblances.refresh();
  }
}
