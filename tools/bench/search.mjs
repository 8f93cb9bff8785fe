import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { say } from '../launcher/console.mjs';
import { Problem } from '../problem.mjs';
import { startBuiltServer } from '../test/built-server.mjs';
import { productParts } from '../product-parts.mjs';
import { measureFindable } from './findable.mjs';
import { percentile, timesOf } from './times.mjs';

const FULL = { points: 100_000, requests: 300, approvals: 100 };
const QUICK = { points: 5_000, requests: 40, approvals: 10 };
const SHOWN = 20;

/** Titles and texts of the demo mixed anew, with a tail of rare words, as real villages have. */
const points = `
  with real as (
    select title, body, place, theme, kind, row_number() over (order by source_key) - 1 as i, count(*) over () as total
    from proposal where source_key is not null)
  insert into proposal (village_id, author_id, title, body, place, theme, kind, moderation_state, agenda_state,
    submitted_at, approved_at, status_at, created_at)
  select v.id, p.id, a.title, concat_ws(' ', b.body, c.title,
      translate(substr(md5((n % 30000)::text), 1, 9), '0123456789', 'ghijklmnop'),
      case when n % 4000 = 1 then 'Vleermuiskelder' end),
    a.place, b.theme, a.kind, 'approved', (array['wish', 'wish', 'exploring', 'on_agenda', 'in_progress', 'done'])[n % 6 + 1],
    now() - n * interval '7 minutes', now() - n * interval '6 minutes', now() - n * interval '6 minutes',
    now() - n * interval '8 minutes'
  from generate_series(1, $1::int) n
  join real a on a.i = n % a.total
  join real b on b.i = (n * 31 + n / 7) % b.total
  join real c on c.i = (n * 17 + n / 11) % c.total
  join (select id, row_number() over (order by slug) - 1 as i, count(*) over () as total from village) v
    on v.i = (n / 3) % v.total
  cross join (select id from person limit 1) p`;

/** Resemblances of so many points would take the server an hour; what is measured here does not ask for them. $1: engine. */
export const noResemblances = `
  insert into match_text (proposal_id, village_ids, features, is_public, version, engine_version)
  select p.id, array[p.village_id], '{"items":[]}', true, p.version, $1
  from proposal p where p.source_key is null and p.moderation_state = 'approved' on conflict do nothing`;

const CASES = {
  common: { q: 'dorpshuis', findsNewest: true },
  rare: { q: 'vleermuiskelder' },
  two: { q: 'speelplek voor jongeren' },
  typo: { q: 'vleermuiskeldre', means: 'vleermuiskelder' },
  filter: { q: 'verlichting', theme: 'traffic' },
};

async function fill(url, count, engineVersion) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(points, [count]);
  await client.query(noResemblances, [engineVersion]);
  await client.query('vacuum analyze');
  await client.end();
}

/** Waits until every public point can be found. */
export async function indexed(client) {
  const left = `
    select count(*)::int as count from proposal_public p
    where p.agenda_state <> 'merged' and not exists (select from search_text t where t.proposal_id = p.id)`;
  while ((await client.query(left)).rows[0].count > 0) await pause(500);
  await client.query('vacuum analyze');
}

/**
 * How long one search takes through the built server, beside the two statements that find and read the same page, in the
 * same run; and how long after its approval a point is found. Given `--quick` with 5,000 points, within a minute.
 */
export async function benchSearch(args) {
  const unknown = args.filter((arg) => arg !== '--quick');
  if (unknown.length > 0) throw new Problem(`bench:search knows --quick, not ${unknown.join(' ')}.`);
  const extent = args.includes('--quick') ? QUICK : FULL;
  const product = await productParts({
    'matching/api/worker/match-keeper.ts': 'engineVersion',
    'matching/domain/index.ts': 'normalWords',
    'search/api/lexemes.ts': 'ranking, wanted',
    'search/api/search.queries.ts': 'findNewestQuery, findQuery',
    'proposals/api/proposals.queries.ts': 'publicQuery',
  });
  say('  filling the database');
  const server = await startBuiltServer([['migrate'], ['demo']], { DEMO: '1' }, (url) =>
    fill(url, extent.points, product.engineVersion),
  );
  const client = new pg.Client({ connectionString: server.databaseUrl });
  await client.connect();
  try {
    say('  reading every point into the index');
    await indexed(client);
    for (const [name, { q, means = q, findsNewest = false, ...filter }] of Object.entries(CASES)) {
      const path = `/api/v1/search?${new URLSearchParams({ q, ...filter, limit: SHOWN })}`;
      const terms = product
        .normalWords(means)
        .map(({ stem, parts }) => ({ stems: [stem], parts: parts.map((part) => part.stem) }));
      const text = findsNewest ? product.findNewestQuery : product.findQuery;
      const values = [product.wanted(terms, 'all', filter), product.ranking(terms), 200, null, null, null, SHOWN + 1];
      const bare = await timesOf(extent.requests, async () => {
        const { rows } = await client.query({ text, values });
        await client.query({ name: 'public', text: product.publicQuery, values: [rows.map(({ id }) => id)] });
      });
      const ours = await timesOf(extent.requests, async () => {
        const answer = await fetch(server.origin + path);
        const { items } = await answer.json();
        if (items.length === 0) throw new Problem(`${path} found nothing.`);
      });
      const [p50, p99, reference] = [percentile(ours, 0.5), percentile(ours, 0.99), percentile(bare, 0.5)];
      process.stdout.write(
        `bench search ${name} points=${extent.points} p50=${p50.toFixed(1)} p99=${p99.toFixed(1)} ` +
          `bare=${reference.toFixed(1)} ratio=${(p50 / reference).toFixed(2)}\n`,
      );
    }
    say('  approving points until each is found');
    for (const [name, { p50, p99 }] of Object.entries(await measureFindable(client, server.origin, extent.approvals))) {
      process.stdout.write(
        `bench findable ${name} points=${extent.points} p50=${p50.toFixed(1)} p99=${p99.toFixed(1)}\n`,
      );
    }
  } finally {
    await client.end();
    await server.stop();
  }
  return 0;
}
