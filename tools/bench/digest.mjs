import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { SMTPServer } from 'smtp-server';
import { say } from '../launcher/console.mjs';
import { Problem } from '../problem.mjs';
import { productParts } from '../product-parts.mjs';
import { startBuiltServer } from '../test/built-server.mjs';
import { readDigest, wrongMails } from './digest-check.mjs';
import { indexed, noResemblances } from './search.mjs';

const FULL = { people: 50_000, events: 10_000, bare: 5_000 };
const QUICK = { people: 1_000, events: 200, bare: 500 };
const VILLAGES = 26;
/** As the product sends. */
const SENDERS = 5;

const town = `
  with town as (insert into municipality (slug, name, population, population_source, attribution)
      values ('bench', 'Bench', 1, 'x', 'x') returning id),
    area as (insert into area (municipality_id, name) select id, 'A' from town returning id, municipality_id)
  insert into village (municipality_id, area_id, slug, name, population, population_year, population_source,
    boundary, point, label)
  select municipality_id, id, 'dorp-' || n, 'Dorp ' || n, 1, 2020, 'x', '{}', '[]', '{}'
  from area cross join generate_series(0, ${VILLAGES - 1}) n`;
const people = `
  insert into person (email, display_name, home_village_id, created_at)
  select 'bench' || n || '@example.org', 'Bewoner ' || n, v.id, now()
  from generate_series(1, $1::int) n join village v on v.slug = 'dorp-' || n % ${VILLAGES}`;
const points = `
  insert into proposal (village_id, title, moderation_state, agenda_state, approved_at, created_at)
  select v.id, 'Een bankje nummer ' || n, 'approved', 'exploring', now(), now()
  from generate_series(1, $1::int) n join village v on v.slug = 'dorp-' || n % ${VILLAGES}`;
/** A digest each: of a day, a week or a month. */
const choices = `
  insert into mail_choice (person_id, choice, chosen_at)
  select id, (array['daily', 'daily', 'weekly', 'monthly'])[1 + row_number() over (order by id) % 4], now() from person`;
/** Everybody follows six points; one of fifty people their whole village. */
const follows = `
  insert into follow (person_id, proposal_id, is_on, since)
  select p.id, q.id, true, now()
  from (select id, row_number() over (order by id) as i from person) p
  cross join generate_series(1, 6) s
  join (select id, row_number() over (order by id) - 1 as i, count(*) over () as total from proposal) q
    on q.i = (p.i * 31 + s * 977) % q.total
  on conflict do nothing`;
const wholeVillages = `
  insert into follow (person_id, village_id, is_on, since)
  select id, home_village_id, true, now()
  from (select *, row_number() over (order by id) as i from person) p where i % 50 = 0`;

/** After all was noted: one point of a hundred is hidden, one person of a hundred wants no mail any more. */
const changes = [
  `update proposal set moderation_state = 'hidden' where right(title, 2) = '07'`,
  `update mail_choice set choice = 'in_app' where person_id in (select id from person where email like '%13@example.org')`,
];

/** Counted from who follows what, not from the ledger: one line per public point that somebody follows in any way. */
const expected = `
  select p.email, count(distinct q.id)::int as lines
  from person p
  join mail_choice c on c.person_id = p.id and c.choice <> 'in_app'
  join follow f on f.person_id = p.id
  join proposal q on (q.id = f.proposal_id or q.village_id = f.village_id) and q.moderation_state = 'approved'
  group by p.email`;

const opened = `
  select (select count(*)::int from notification join mail_choice using (person_id)
      where in_digest and state = 'pending' and choice <> 'in_app') as lines,
    (select count(*)::int from digest where state = 'claimed') as digests`;

/** A mail server that keeps of each mail only what the check needs. */
async function openSink() {
  const mails = [];
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'] },
    onData: async (stream, { envelope }, done) => {
      const raw = Buffer.concat(await stream.toArray()).toString('latin1');
      mails.push({ ...readDigest(raw, envelope.rcptTo[0].address), letters: raw.length });
      done();
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const url = `smtp://127.0.0.1:${server.server.address().port}`;
  return { mails, url, close: () => new Promise((resolve) => server.close(resolve)) };
}

/** Mails a second of the same size to the same server with nothing around it. */
async function bareSpeed(url, count, letters) {
  const transport = createTransport({ url, pool: true, maxConnections: SENDERS });
  const text = 'Dit punt is gepland. '.repeat(letters / 21);
  const start = performance.now();
  let left = count;
  const send = async () => {
    while (left-- > 0) await transport.sendMail({ from: 'a@example.org', to: 'b@example.org', subject: 'x', text });
  };
  await Promise.all(Array.from({ length: SENDERS }, send));
  transport.close();
  return (count * 1000) / (performance.now() - start);
}

/** Megabytes that a process holds at most so far. */
function peakMemory(pid) {
  const [, kilobytes = '0'] = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

/**
 * Tells every event through the statement of the product, hides some points, stops some people, and lets the built server
 * send all digests; then checks that everybody was told each line they expect once. Given `--quick` within a minute.
 */
export async function benchDigest(args) {
  const unknown = args.filter((arg) => arg !== '--quick');
  if (unknown.length > 0) throw new Problem(`bench:digest knows --quick, not ${unknown.join(' ')}.`);
  const extent = args.includes('--quick') ? QUICK : FULL;
  const product = await productParts({
    'matching/api/worker/match-keeper.ts': 'engineVersion',
    'notifications/api/ledger.queries.ts': 'noteQuery',
  });
  const sink = await openSink();
  say('  filling the database');
  const settings = { SMTP_URL: sink.url, SECRET_KEY: 'a key for a bench only, long enough', NODE_OPTIONS: '' };
  const server = await startBuiltServer([['migrate']], settings, (url) => fill(url, extent, product.engineVersion));
  const client = new pg.Client({ connectionString: server.databaseUrl });
  await client.connect();
  const boss = new PgBoss({ connectionString: server.databaseUrl, supervise: false, schedule: false });
  boss.on('error', () => undefined);
  await boss.start();
  try {
    await indexed(client);
    say('  telling every event');
    // The digests of the real clock wait until all is noted.
    await client.query(`delete from pgboss.schedule where name = 'notifications-digests'`);
    const noted = await note(client, product.noteQuery('pointAndPlaces'));
    for (const text of changes) await client.query(text);
    await client.query('vacuum analyze');
    const wanted = new Map((await client.query(expected)).rows.map(({ email, lines }) => [email, lines]));
    const before = peakMemory(server.pid);
    say('  sending the digests');
    const start = performance.now();
    await sendAll(client, boss);
    const seconds = (performance.now() - start) / 1000;
    const after = peakMemory(server.pid);
    const count = sink.mails.length;
    const wrong = wrongMails(sink.mails, wanted);
    if (wrong.length > 0) throw new Problem(`${wrong.length} wrong, such as: ${wrong.slice(0, 5).join('; ')}.`);
    const told = [...wanted.values()].reduce((sum, lines) => sum + lines, 0);
    const letters = sink.mails.reduce((sum, mail) => sum + mail.letters, 0) / count;
    const bare = await bareSpeed(sink.url, extent.bare, letters);
    process.stdout.write(
      `bench digest note events=${extent.events} lines=${noted.lines} seconds=${noted.seconds.toFixed(1)} ` +
        `per_event_ms=${((noted.seconds * 1000) / extent.events).toFixed(1)}\n` +
        `bench digest send people=${extent.people} mails=${count} lines=${told} seconds=${seconds.toFixed(1)} ` +
        `per_second=${(count / seconds).toFixed(0)} bare=${bare.toFixed(0)} ratio=${(count / seconds / bare).toFixed(2)} ` +
        `mb_before=${before.toFixed(0)} mb_peak=${after.toFixed(0)}\n` +
        `bench digest check: each of ${told} lines came once, in one mail per person; hidden points and stopped people in none\n`,
    );
  } finally {
    await boss.stop({ graceful: false });
    await client.end();
    await server.stop();
    await sink.close();
  }
}

async function fill(url, extent, engineVersion) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(town);
  await client.query(people, [extent.people]);
  await client.query(points, [extent.events]);
  for (const text of [choices, 'analyze', follows, wholeVillages]) await client.query(text);
  await client.query(noResemblances, [engineVersion]);
  await client.query('vacuum analyze');
  await client.end();
}

/** Notes one step of every point, forty days ago: then digests of a day, a week and a month are due. */
async function note(client, text) {
  const { rows } = await client.query('select id from proposal order by id');
  const at = new Date(Date.now() - 40 * 86_400_000);
  const nothing = Array(6).fill(null);
  let lines = 0;
  const start = performance.now();
  for (const { id } of rows) {
    const told = [`bench ${id}`, 'explore', id, null, null, 'exploring', [], ['app', 'mail'], at, [id], [], ...nothing];
    const { rows: noted } = await client.query({ name: 'note', text, values: [...told, true, null] });
    lines += noted.length;
  }
  return { lines, seconds: (performance.now() - start) / 1000 };
}

/** As every minute does, but without waiting for the next. */
async function sendAll(client, boss) {
  for (let left = -1; ;) {
    await boss.send('notifications-digests', {});
    for (;;) {
      const { rows } = await client.query(
        `select 1 from pgboss.job where name = 'notifications-digests' and state in ('created', 'active', 'retry')`,
      );
      if (rows.length === 0) break;
      await pause(100);
    }
    const [{ lines, digests }] = (await client.query(opened)).rows;
    if (lines === 0 && digests === 0) return;
    if (lines === left) throw new Problem(`${lines} lines are left and nothing is sent.`);
    left = lines;
    say(`  ${digests} digests are left`);
  }
}
