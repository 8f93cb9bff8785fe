import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { Injectable } from '@nestjs/common';
import type { FileFault } from '@kernagenda/intake/domain/imports';
import { Settings } from '@kernagenda/shared/api';
import { Problem } from '@kernagenda/shared/domain';
import type { FileAnswer, FileTable } from './worker';

const maxAtOnce = 2;
/** How V8 and the system end a process that has no memory left. */
const outOfMemory: readonly unknown[] = ['SIGABRT', 'SIGKILL', 134];

/**
 * Reads files of strangers, each in a process of its own that may die of it. No thread: one without memory can go on
 * for ever, and nothing ends it but the end of the server.
 */
@Injectable()
export class FileReader {
  protected readonly timeoutMs: number = 20_000;
  /** A fair file takes some 60 MB; what takes more than this is made to hurt. */
  protected readonly memoryMb: number = 256;
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
      const answer = await this.readApart(file);
      if ('fault' in answer) throw unreadable(answer.fault);
      return answer.table;
    } finally {
      this.busy -= 1;
    }
  }

  private async readApart(file: Buffer): Promise<FileAnswer> {
    const reader = fork(this.settings.importingWorker, {
      execArgv: [`--max-old-space-size=${this.memoryMb}`],
      // It knows no address and no secret of the server.
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const timeout = setTimeout(() => reader.kill('SIGKILL'), this.timeoutMs);
    try {
      return (await answerOf(reader, file)) ?? { fault: reader.killed ? 'took_too_long' : faultOf(reader) };
    } finally {
      clearTimeout(timeout);
      reader.kill('SIGKILL');
    }
  }
}

/** What it says before it ends, or null. */
function answerOf(reader: ChildProcess, file: Buffer): Promise<FileAnswer | null> {
  return new Promise((resolve) => {
    reader.once('message', (answer) => resolve(answer as FileAnswer));
    reader.once('exit', () => resolve(null));
    reader.once('error', () => resolve(null));
    // It may be gone before it heard everything; that it ended is told above.
    reader.send(file, () => undefined);
  });
}

const faultOf = ({ exitCode, signalCode }: ChildProcess): FileFault =>
  outOfMemory.includes(signalCode) || outOfMemory.includes(exitCode) ? 'too_much_text' : 'broken';

/** The file cannot be read, for this reason. */
export const unreadable = (fault: FileFault): Problem =>
  new Problem('unreadable_file', undefined, [{ pointer: '/file', detail: fault }]);
