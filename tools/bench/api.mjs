import autocannon from 'autocannon';
import { say } from '../launcher/console.mjs';
import { Problem } from '../problem.mjs';
import { startDemoServer } from '../test/built-server.mjs';
import { startBareServer } from './bare-server.mjs';
import { cookieOf } from './demo-people.mjs';
import { seed } from './seed.mjs';

const CONNECTIONS = 50;
const FULL = {
  rows: { proposals: 10_000, supports: 200_000, comments: 200_000, waiting: 200 },
  seconds: 10,
  warmUp: 300,
  rounds: 3,
};
const QUICK = {
  rows: { proposals: 1_000, supports: 20_000, comments: 20_000, waiting: 100 },
  seconds: 1,
  warmUp: 100,
  rounds: 1,
};

const draft = (villageId) => ({
  villageId,
  title: 'Een bankje aan de Linge bij de steiger',
  body: 'Veel mensen lopen hier een rondje. Ouderen willen onderweg even zitten.',
  place: 'Bij de steiger aan de Linge',
  theme: 'green',
  kind: 'good',
});

async function authorOf(origin, displayName) {
  const cookie = await cookieOf(origin, displayName);
  const me = await (await fetch(`${origin}/api/v1/me`, { headers: { cookie } })).json();
  return { cookie, homeVillageId: me.person.homeVillageId };
}

async function measure(origin, requests, { seconds, warmUp }) {
  const run = (limit) => autocannon({ url: origin, connections: CONNECTIONS, requests, ...limit });
  await run({ amount: warmUp });
  const { requests: done, latency, non2xx, errors } = await run({ duration: seconds });
  if (non2xx + errors > 0) throw new Problem(`${origin}${requests[0].path} failed ${non2xx + errors} times.`);
  return { perSecond: done.average, p50: latency.p50, p99: latency.p99 };
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/**
 * Requests per second of the built server beside a bare one that asks the database the same, in turns in the same run;
 * only the ratio says something about another machine. Given `--quick` with a tenth of the rows, within a minute.
 */
export async function benchApi(args) {
  const unknown = args.filter((arg) => arg !== '--quick');
  if (unknown.length > 0) throw new Problem(`bench:api knows --quick, not ${unknown.join(' ')}.`);
  const extent = args.includes('--quick') ? QUICK : FULL;
  const product = await startDemoServer();
  say('  filling the database');
  const { pointId } = await seed(product.databaseUrl, extent.rows);
  const bare = await startBareServer(product.databaseUrl);
  try {
    const cookie = await cookieOf(product.origin, 'Gebiedsmakelaar Voorbeeldgebied 1');
    const author = await authorOf(product.origin, 'Bewoner Tricht');
    const post = {
      method: 'POST',
      headers: { cookie: author.cookie, 'content-type': 'application/json' },
      body: JSON.stringify(draft(author.homeVillageId)),
    };
    const api = '/api/v1';
    const cases = {
      list: [[{ path: `${api}/proposals` }], [{ path: '/list' }]],
      point: [
        [{ path: `${api}/proposals/${pointId}` }, { path: `${api}/proposals/${pointId}/comments` }],
        [{ path: `/point/${pointId}` }, { path: `/point/${pointId}/comments` }],
      ],
      queue: [[{ path: `${api}/moderation/queue`, headers: { cookie } }], [{ path: '/queue', headers: { cookie } }]],
      create: [[{ path: `${api}/proposals`, ...post }], [{ path: '/create', ...post }]],
    };
    for (const [name, [ours, theirs]] of Object.entries(cases)) {
      say(`  measuring ${name}`);
      const found = [];
      for (let round = 0; round < extent.rounds; round += 1) {
        const reference = await measure(bare.origin, theirs, extent);
        found.push({ ...(await measure(product.origin, ours, extent)), bare: reference.perSecond });
      }
      const of = (value) => median(found.map(value));
      process.stdout.write(
        `bench api ${name} ours=${of(({ perSecond }) => perSecond).toFixed(0)} bare=${of((one) => one.bare).toFixed(0)} ` +
          `ratio=${of((one) => one.perSecond / one.bare).toFixed(2)} p50=${of(({ p50 }) => p50).toFixed(1)} p99=${of(({ p99 }) => p99).toFixed(1)}\n`,
      );
    }
  } finally {
    await bare.stop();
    await product.stop();
  }
  return 0;
}
