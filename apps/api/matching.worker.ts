import { parentPort, workerData } from 'node:worker_threads';
import { serveMatching } from '@kernagenda/matching/api/worker';
import type { WorkerData } from '@kernagenda/matching/api/worker';

if (!parentPort) throw new Error('The matching worker is started by the server.');
serveMatching(parentPort, workerData as WorkerData);
