import { parentPort, workerData } from 'node:worker_threads';
import { UnreadableFile, readTable } from '@kernagenda/intake/api/imports/worker';
import type { FileAnswer } from '@kernagenda/intake/api/imports/worker';

const port = parentPort;
if (!port) throw new Error('The importing worker is started by the server.');
readTable(Buffer.from(workerData as Uint8Array)).then(
  (table) => port.postMessage({ table } satisfies FileAnswer),
  (error: unknown) => {
    if (!(error instanceof UnreadableFile)) throw error;
    port.postMessage({ fault: error.fault } satisfies FileAnswer);
  },
);
