import autocannon from 'autocannon';
import Fastify from 'fastify';
import pg from 'pg';
import { say } from '../launcher/console.mjs';
import { freePort } from '../launcher/server.mjs';
import { Problem } from '../problem.mjs';
import { startDemoServer } from '../test/demo-server.mjs';

const CONNECTIONS = 50;
const CASES = {
  list: '/api/v1/proposals',
  village: '/api/v1/proposals?village=tricht',
  counts: '/api/v1/proposals/counts',
  similar: '/api/v1/villages/tricht/similar',
  topics: '/api/v1/match-topics',
};

/** The least a server can do for a list: one prepared statement on a pool, answered as JSON. */
async function startBareServer(databaseUrl) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 20 });
  const text = `
    select p.id, p.title, p.body, p.place, p.theme, p.agenda_state, p.listed_at, p.version, v.slug, v.name
    from proposal_public p join village_public v on v.id = p.village_id
    order by p.listed_at desc, p.id desc limit 51`;
  const server = Fastify();
  server.get('/', async () => ({ items: (await pool.query({ name: 'list', text })).rows, nextCursor: null }));
  const port = await freePort();
  await server.listen({ port, host: '127.0.0.1' });
  return { origin: `http://127.0.0.1:${port}`, stop: () => server.close().then(() => pool.end()) };
}

async function measure(url, seconds) {
  await autocannon({ url, connections: CONNECTIONS, amount: 200 });
  const { requests, latency, non2xx, errors } = await autocannon({ url, connections: CONNECTIONS, duration: seconds });
  if (non2xx + errors > 0)
    throw new Error(`${url} answered ${non2xx} times with an error and ${errors} times not at all`);
  return { perSecond: requests.average, p50: latency.p50, p99: latency.p99 };
}

/**
 * Reads per second beside a bare server in the same run; only the ratio says something about another machine.
 * A first argument sets for how many seconds each is measured.
 */
export async function benchReads([given = '5']) {
  const seconds = Number(given);
  if (!(seconds > 0)) throw new Problem(`${given} is not a number of seconds.`);
  const product = await startDemoServer();
  const bare = await startBareServer(product.databaseUrl);
  try {
    for (const [name, path] of Object.entries(CASES)) {
      say(`  measuring ${name}`);
      const reference = await measure(bare.origin, seconds);
      const found = await measure(product.origin + path, seconds);
      const ratio = (found.perSecond / reference.perSecond).toFixed(2);
      process.stdout.write(
        `bench reads ${name} ratio=${ratio} per_second=${found.perSecond.toFixed(0)} p50=${found.p50.toFixed(1)} p99=${found.p99.toFixed(1)} reference_per_second=${reference.perSecond.toFixed(0)}\n`,
      );
    }
  } finally {
    await bare.stop();
    await product.stop();
  }
  return 0;
}
