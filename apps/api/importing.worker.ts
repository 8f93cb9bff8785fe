import { UnreadableFile, readTable } from '@kernagenda/intake/api/imports/worker';
import type { FileAnswer } from '@kernagenda/intake/api/imports/worker';

if (!process.send) throw new Error('The importing worker is started by the server.');
// Ctrl-C reaches every process of a terminal; the server hangs up when it has closed.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.once('message', (file) => {
  readTable(Buffer.from(file as Uint8Array)).then(
    (table) => answer({ table }),
    (error: unknown) => {
      if (!(error instanceof UnreadableFile)) throw error;
      answer({ fault: error.fault });
    },
  );
});

function answer(said: FileAnswer): void {
  process.send?.(said, undefined, undefined, () => process.disconnect());
}
