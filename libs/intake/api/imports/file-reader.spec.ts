import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Settings } from '@kernagenda/shared/api';
import { Problem } from '@kernagenda/shared/domain';
import { FileReader } from './file-reader';

class NarrowReader extends FileReader {
  protected override readonly memoryMb = 24;
}
class ImpatientReader extends NarrowReader {
  protected override readonly timeoutMs = 300;
}

describe('attack 18: a process that reads', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'reader-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function readerOf(script: string, Reader: typeof FileReader = ImpatientReader): Promise<FileReader> {
    const importingWorker = join(folder, `${Math.random()}.mjs`);
    await writeFile(importingWorker, `process.on('message', () => undefined);\n${script}`);
    return new Reader({ importingWorker } as Settings);
  }

  async function faultOf(reader: FileReader): Promise<unknown> {
    const error = await reader.read(Buffer.from('Kern;Titel')).catch((thrown: unknown) => thrown);
    return error instanceof Problem ? (error.errors[0]?.detail ?? error.code) : error;
  }

  it.each([
    ['never ends', 'for (;;);', 'took_too_long'],
    ['waits for nothing', 'setInterval(() => undefined, 1000)', 'took_too_long'],
    ['takes all memory in texts', `const all = []; for (;;) all.push('x'.repeat(1000) + all.length);`, 'too_much_text'],
    [
      'takes all memory at once',
      'const all = []; for (;;) all.push(new Array(1000).fill(all.length));',
      'too_much_text',
    ],
    ['breaks', `throw new Error('no')`, 'broken'],
    ['breaks later', `Promise.reject(new Error('no'))`, 'broken'],
    ['goes away', 'process.exit(0)', 'broken'],
  ])('and %s is ended, and said so', async (_, script, fault) => {
    // Who is not to be too slow has all the time of the product.
    const Reader = fault === 'took_too_long' ? ImpatientReader : NarrowReader;
    expect(await faultOf(await readerOf(script, Reader))).toBe(fault);
  });

  it('gives its place back when it was ended, and takes no third file before that', async () => {
    const reader = await readerOf('for (;;);');
    const faults = await Promise.all([1, 2, 3].map(() => faultOf(reader)));
    expect(faults).toEqual(['took_too_long', 'took_too_long', 'too_many_requests']);
    expect(await faultOf(reader)).toBe('took_too_long');
  });
});
