import { startDemoServer } from '../../tools/test/built-server.mjs';

/** One server with the demo for all journeys; each journey works in villages of its own. */
export default async function startServer(): Promise<() => Promise<void>> {
  const { origin, stop } = await startDemoServer();
  process.env['E2E_URL'] = origin;
  return stop;
}
