import { servePrinting } from '@kernagenda/shared/api/printing/worker';

const [, , chromiumPath] = process.argv;
if (!process.send || !chromiumPath) throw new Error('The printing worker is started by the server.');
// Ctrl-C reaches every process of a terminal; the server hangs up when it has closed.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
servePrinting(process, chromiumPath, () => process.exit());
