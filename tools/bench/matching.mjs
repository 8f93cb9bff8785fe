import { totalmem } from 'node:os';
import pg from 'pg';
import { startTestDatabase } from '../database/test-database.mjs';
import { say } from '../launcher/console.mjs';
import { LEASH, start } from '../launcher/process.mjs';
import { Problem } from '../problem.mjs';
import { WARM_UP, percentile, timesOf } from './times.mjs';
import { createWishes } from './wishes.mjs';

const FULL = { sizes: ['10k', '100k', '1M'], searches: 1000, asked: 200 };
const QUICK = { sizes: ['10k', '100k'], searches: 200, asked: 20 };
/** PostgreSQL is asked beside it up to here. */
const MOST_ASKED = 100_000;
const SHOWN = 20;
const AT_ONCE = 1000;
const MEGABYTE = 2 ** 20;

const schema = `
  create extension if not exists pg_trgm;
  create table wish (id int primary key, village_id int not null, title text not null, body text not null,
    whole text not null generated always as (title || ' ' || body) stored,
    words tsvector not null generated always as
      (setweight(to_tsvector('dutch', title), 'A') || setweight(to_tsvector('dutch', body), 'D')) stored)`;
const insert = `
  insert into wish (id, village_id, title, body)
  select * from unnest($1::int[], $2::int[], $3::text[], $4::text[])`;
/** GIN needs a limit below which nothing is alike, and took ten times as long on these texts. */
const indexes = [
  'create index on wish using gist (whole gist_trgm_ops (siglen = 256))',
  'create index on wish using gin (words)',
  'vacuum analyze wish',
];

/** As Decidim finds similar proposals, nearest first. $1: title and body; $2: the own village. */
const trigram = `
  select id, similarity(whole, $1) from wish
  where village_id <> $2 order by whole <-> $1 limit ${SHOWN}`;
/** As CONSUL suggests proposals: every word of the title, or a longer one that begins so. $1: those; $2: the own village. */
const fulltext = `
  select id from wish, to_tsquery('dutch', $1) as wanted
  where words @@ wanted and village_id <> $2 order by ts_rank(words, wanted) desc, id limit ${SHOWN}`;

function extentOf(args) {
  const extent = args.includes('--quick') ? QUICK : FULL;
  const sizes = args.filter((arg) => arg !== '--quick');
  const unknown = sizes.filter((size) => !/^[1-9]\d*[kM]$/.test(size));
  if (unknown.length > 0) {
    throw new Problem(`bench:matching knows --quick and sizes such as 10k and 1M, not ${unknown.join(' ')}.`);
  }
  return sizes.length > 0 ? { ...extent, sizes } : extent;
}

const countOf = (size) => Number.parseInt(size, 10) * (size.endsWith('k') ? 1000 : 1_000_000);

/** In a process of its own, which may take most of the memory there is and leaves none of it behind. */
async function measureIndex(name, searches) {
  const memory = Math.floor((totalmem() * 0.75) / MEGABYTE);
  const options = ['--expose-gc', `--max-old-space-size=${memory}`, ...LEASH];
  const { exited } = start(
    process.execPath,
    [...options, 'tools/bench/matching-index.mjs', name, countOf(name), searches],
    { output: 'inherit', leashed: true },
  );
  if ((await exited) !== 0) throw new Problem(`The index of ${name} was not measured; see above why.`);
}

async function fillTable(client, wish, size) {
  await client.query(schema);
  for (let from = 0; from < size; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, size - from) }, (_, n) => ({
      id: from + n,
      ...wish(from + n),
    }));
    const column = (key) => some.map((row) => row[key]);
    await client.query(insert, [column('id'), column('village'), column('title'), column('body')]);
  }
  for (const statement of indexes) await client.query(statement);
}

/** The same wishes in PostgreSQL, and the same questions to it in the ways others ask them. */
async function measureDatabase(name, asked) {
  const size = countOf(name);
  const { wish } = createWishes();
  const database = await startTestDatabase();
  const client = new pg.Client({ connectionString: database.url });
  try {
    await client.connect();
    say(`  filling PostgreSQL with ${name}`);
    await fillTable(client, wish, size);
    const ways = {
      trigram: ({ title, body, village }) => ({ text: trigram, values: [`${title} ${body}`, village] }),
      fulltext: ({ title, village }) => ({ text: fulltext, values: [allWords(title), village] }),
    };
    for (const [way, questionOf] of Object.entries(ways)) {
      say(`  asking PostgreSQL by ${way}`);
      const wanted = Array.from({ length: WARM_UP + asked }, (_, n) => wish(size + 1 + n));
      const questions = wanted.map((text) => ({ name: way, ...questionOf(text) }));
      const times = await timesOf(asked, (n) => client.query(questions[n]));
      const [p50, p95] = [0.5, 0.95].map((part) => percentile(times, part).toFixed(2));
      process.stdout.write(`bench matching-pg ${name} ${way} p50=${p50} p95=${p95}\n`);
    }
  } finally {
    await client.end();
    await database.drop();
  }
}

const allWords = (title) => (title.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `'${word}':*`).join(' & ');

/**
 * How long the index of matching takes to build, how much memory it holds and how long a search of a new text among the
 * wishes of a whole country takes, beside PostgreSQL over the same texts. Given `--quick` without the million and with
 * fewer questions; given sizes (`20k`) with those alone.
 */
export async function benchMatching(args) {
  const { sizes, searches, asked } = extentOf(args);
  for (const name of sizes) {
    await measureIndex(name, searches);
    if (countOf(name) <= MOST_ASKED) await measureDatabase(name, asked);
  }
  return 0;
}
