import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import type { FileFault } from '@kernagenda/intake/domain/imports';
import { Settings } from '@kernagenda/shared/api';
import { Problem } from '@kernagenda/shared/domain';
import type { FileAnswer, FileTable } from './worker';

const maxAtOnce = 2;
const timeoutMs = 20_000;
/** A fair file takes some 60 MB; what takes more than this is made to hurt. */
const resourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };

/** Reads files of strangers, each in a thread of its own that may die of it. */
@Injectable()
export class FileReader {
  private busy = 0;

  constructor(private readonly settings: Settings) {}

  /**
   * What stands in a file: a workbook, or text with a separator.
   * @throws Problem `unreadable_file` with a `FileFault` as detail, `too_many_requests`
   */
  async read(file: Buffer): Promise<FileTable> {
    if (this.busy >= maxAtOnce) throw new Problem('too_many_requests', 'Too many files at once.');
    this.busy += 1;
    try {
      return await this.readInThread(file);
    } finally {
      this.busy -= 1;
    }
  }

  private async readInThread(file: Buffer): Promise<FileTable> {
    const worker = new Worker(this.settings.importingWorker, { workerData: file, resourceLimits, name: 'importing' });
    const timeout = setTimeout(() => void worker.terminate(), timeoutMs);
    try {
      const answer = await new Promise<FileAnswer>((resolve) => {
        worker.once('message', resolve);
        // Out of memory, or something in the file that no reader expects: the thread is gone and the server is not.
        worker.once('error', (error) => resolve({ fault: isOutOfMemory(error) ? 'too_much_text' : 'broken' }));
        worker.once('exit', () => resolve({ fault: 'took_too_long' }));
      });
      if ('fault' in answer) throw unreadable(answer.fault);
      return answer.table;
    } finally {
      clearTimeout(timeout);
      await worker.terminate();
    }
  }
}

/** The file cannot be read, for this reason. */
export const unreadable = (fault: FileFault): Problem =>
  new Problem('unreadable_file', undefined, [{ pointer: '/file', detail: fault }]);

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
