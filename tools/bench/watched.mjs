// Loaded before a server that is measured (`node --import`): it answers how long its loop was held up at most since it
// was asked last, in milliseconds, and the bytes of what it holds after garbage collection.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');
const settledMs = 20;
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();

process.on('message', (message) => {
  if (message?.ask !== 'watched') return;
  const block = delay.max / 1e6;
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  // Collecting garbage held the loop up too: that is over, and counted, before it is looked at anew.
  setTimeout(() => {
    delay.reset();
    process.send?.({ block, bytes: heapUsed + external });
  }, settledMs);
});
// Listening alone keeps no process alive.
process.channel?.unref();
