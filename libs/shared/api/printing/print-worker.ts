import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Problem } from '@kernagenda/shared/domain';
import { Settings } from '../settings';
import { nl } from './nl';
import type { Answered, Asked, Print } from './worker/messages';

/** How much the printing of pages may take. */
export const printLimits = {
  /** Pages that wait or are being printed. */
  waiting: 8,
  /** From its turn to its answer; the start of a browser is part of it, on a machine that is busy too. */
  seconds: 20,
  /** How long a browser is kept that nobody asks anything. */
  idleSeconds: 60,
};

interface Waiting {
  readonly print: Print;
  readonly resolve: (pdf: Buffer) => void;
  readonly reject: (error: Error) => void;
}

/** All a browser needs to know; the environment of the server holds secrets. */
const bareEnvironment = { PATH: '/usr/local/bin:/usr/bin:/bin' };

/**
 * The process with the browser: started by the first page, one page at a time, closed when nobody asks, when a page
 * takes too long, and with the server.
 */
@Injectable()
export class PrintWorker implements OnApplicationShutdown {
  limits = printLimits;
  private readonly logger = new Logger('Printing');
  private readonly queue: Waiting[] = [];
  private readonly leaving = new Set<Promise<void>>();
  private worker: ChildProcess | null = null;
  private current: Waiting | null = null;
  private timer: NodeJS.Timeout | null = null;
  private isStopping = false;
  private count = 0;

  constructor(private readonly settings: Settings) {}

  /** @throws Problem `unavailable` when too many wait, or when it fails or takes too long. */
  print(print: Print): Promise<Buffer> {
    if (this.isStopping) throw new Problem('unavailable', nl.failed);
    if (this.queue.length + (this.current ? 1 : 0) >= this.limits.waiting) throw new Problem('unavailable', nl.busy);
    return new Promise<Buffer>((resolve, reject) => {
      this.queue.push({ print, resolve, reject });
      this.next();
    });
  }

  async onApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    this.dismiss('The server stops.');
    for (const { reject } of this.queue.splice(0)) reject(new Problem('unavailable', nl.failed));
    await Promise.all(this.leaving);
  }

  private next(): void {
    if (this.current) return;
    const next = this.queue.shift();
    this.wait(next ? this.limits.seconds : this.limits.idleSeconds, next ? 'It took too long.' : null);
    if (!next) return;
    this.current = next;
    const asked: Asked = { number: ++this.count, print: next.print };
    this.getWorker().send(asked);
  }

  /** One timer: while a page is printed for that page, and in between for the browser. */
  private wait(seconds: number, reason: string | null): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => this.dismiss(reason), seconds * 1000);
    this.timer.unref();
  }

  private getWorker(): ChildProcess {
    if (this.worker) return this.worker;
    const worker = fork(this.settings.printingWorker, [this.settings.chromiumPath ?? ''], {
      serialization: 'advanced',
      env: bareEnvironment,
      execArgv: [],
    });
    this.worker = worker;
    worker.on('message', (answered: Answered) => {
      if (this.worker === worker && answered.number === this.count) this.hear(answered);
    });
    worker.on('error', (error) => this.lose(worker, String(error)));
    const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
    void gone.then(() => this.lose(worker, 'The process ended.'));
    this.leaving.add(gone);
    void gone.then(() => this.leaving.delete(gone));
    return worker;
  }

  private hear(answered: Answered): void {
    if ('failure' in answered) this.lose(this.worker, answered.failure);
    else {
      const { current } = this;
      this.current = null;
      current?.resolve(Buffer.from(answered.pdf));
      this.next();
    }
  }

  /** Lets the process go, which closes its browser; what it was printing fails, what waits gets another. */
  private dismiss(reason: string | null): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const { worker, current } = this;
    this.worker = null;
    this.current = null;
    if (worker?.connected) worker.disconnect();
    if (current) {
      this.logger.error(reason);
      current.reject(new Problem('unavailable', nl.failed));
    }
    if (this.queue.length > 0 && !this.isStopping) this.next();
  }

  private lose(worker: ChildProcess | null, reason: string): void {
    if (worker !== null && worker === this.worker) this.dismiss(reason);
  }
}
