import { startDemoServer } from '../../tools/test/built-server.mjs';

/** One server with the demo for all journeys; each journey works in villages of its own. */
export default async function startServer(): Promise<() => Promise<void>> {
  // As behind a proxy, so that people can come from networks of their own.
  const { origin, stop } = await startDemoServer({ TRUSTED_PROXIES: '1' });
  process.env['E2E_URL'] = origin;
  return stop;
}
