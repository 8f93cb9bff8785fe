import { Worker } from 'node:worker_threads';
import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Settings } from '@kernagenda/shared/api';
import type { Answered, Asked, Kind, Questions, WorkerData } from './worker/messages';

interface Waiting {
  readonly asked: Asked;
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
  /** How many workers were lost over it. */
  losses: number;
}

/** A question that stops so many workers is not asked again. */
const mostLosses = 3;

/** The answer to what is asked of a server that stops: the next start does it. */
export class MatchingStopped extends Error {
  constructor() {
    super('Matching stopped with the server.');
  }
}

/** The thread that reads and compares texts: started by the first question, and again when it is lost. */
@Injectable()
export class MatchWorker implements OnApplicationShutdown {
  private readonly logger = new Logger('Matching');
  private readonly waiting = new Map<number, Waiting>();
  private worker: Worker | null = null;
  private isStopping = false;
  private count = 0;

  constructor(private readonly settings: Settings) {}

  /** Questions may be asked twice when a worker is lost; each can be. */
  ask<Name extends Kind>(kind: Name, ask: Questions[Name]['ask']): Promise<Questions[Name]['answer']> {
    if (this.isStopping) return Promise.reject(new MatchingStopped());
    const asked: Asked = { number: ++this.count, kind, ask };
    return new Promise<Questions[Name]['answer']>((resolve, reject) => {
      this.waiting.set(asked.number, { asked, resolve, reject, losses: 0 });
      this.getWorker().postMessage(asked);
    });
  }

  /** Ends the thread at once, as a crash would; the next question, or one that waits, starts another. */
  async lose(): Promise<void> {
    await this.worker?.terminate();
  }

  /** What it was writing is undone by the database, and done when the server starts again. */
  async onApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    await this.lose();
    for (const { reject } of this.waiting.values()) reject(new MatchingStopped());
  }

  private getWorker(): Worker {
    if (this.worker) return this.worker;
    const { databaseUrl, embeddings } = this.settings;
    const workerData: WorkerData = { databaseUrl, embeddingModel: embeddings?.model ?? null };
    const worker = new Worker(this.settings.matchingWorker, { workerData, name: 'matching' });
    this.worker = worker;
    worker.on('message', (answered: Answered) => this.hear(answered));
    worker.on('error', (error) => this.logger.error(String(error)));
    worker.on('exit', () => this.replace());
    return worker;
  }

  private hear(answered: Answered): void {
    const waiting = this.waiting.get(answered.number);
    this.waiting.delete(answered.number);
    if ('failure' in answered) waiting?.reject(new Error(answered.failure));
    else waiting?.resolve(answered.answer as never);
  }

  private replace(): void {
    this.worker = null;
    if (this.isStopping) return;
    for (const [number, waiting] of this.waiting) {
      waiting.losses += 1;
      if (waiting.losses < mostLosses) this.getWorker().postMessage(waiting.asked);
      else {
        this.waiting.delete(number);
        waiting.reject(new Error('The matching worker was lost over this question.'));
      }
    }
  }
}

/** A thread for trying things out: what takes seconds there keeps nobody waiting who is typing. */
@Injectable()
export class PreviewWorker extends MatchWorker {}
