import { jest } from '@jest/globals';
import { PgBoss } from 'pg-boss';
import { buildChanged } from '../launcher/build.mjs';
import { startBuiltServer } from './built-server.mjs';
import { openMailbox } from './mailbox.mjs';

const people = 12;
let server;
let mailbox;
let onMail = async () => undefined;

// The first build of a fresh checkout is part of it.
jest.setTimeout(120_000);

beforeAll(async () => {
  await buildChanged('api');
  mailbox = await openMailbox(() => onMail());
  server = await startBuiltServer([['migrate']], {
    ...{ NODE_OPTIONS: '', WEB_DIR: '', SMTP_URL: mailbox.url, PUBLIC_URL: 'https://kernagenda.test' },
    SECRET_KEY: 'a key for tests only, long enough',
  });
});

afterAll(async () => {
  await server?.stop();
  await mailbox.close();
});

/** Twelve people with a daily digest, each with a line of three days ago on a point they follow. */
const someLines = () =>
  server.query(
    `with town as (insert into municipality (slug, name, population, population_source, attribution)
        values ('m', 'M', 1, 'x', 'x') returning id),
      area as (insert into area (municipality_id, name) select id, 'A' from town returning id, municipality_id),
      village as (insert into village (municipality_id, area_id, slug, name, population, population_year,
          population_source, boundary, point, label)
        select municipality_id, id, 'v', 'V', 1, 2020, 'x', '{}', '[]', '{}' from area returning id),
      reader as (insert into person (email, display_name, created_at)
        select 'mens' || n || '@dorp.test', 'Mens', now() from generate_series(1, $1::int) n returning id),
      choice as (insert into mail_choice (person_id, choice, chosen_at) select id, 'daily', now() from reader),
      point as (insert into proposal (village_id, title, moderation_state, agenda_state, approved_at, created_at)
        select village.id, 'Een bankje', 'approved', 'exploring', now(), now() from village returning id),
      follows as (insert into follow (person_id, proposal_id, is_on, since)
        select reader.id, point.id, true, now() from reader, point)
    insert into notification
      (event, person_id, channel, kind, reason, proposal_id, agenda_state, in_digest, state, created_at)
    select 'move', reader.id, 'mail', 'explore', 'chosen', point.id, 'exploring', true, 'pending',
      now() - interval '3 days' from reader, point`,
    [people],
  );

const states = async (table) =>
  (await server.query(`select state, count(*)::int from ${table} group by state order by state`)).map(
    ({ state, count }) => `${count} ${state}`,
  );

it('attack 31: a server that is killed in the middle of its digests sends the rest, and what was under way under the same Message-ID', async () => {
  await someLines();
  const boss = new PgBoss({ connectionString: server.databaseUrl, supervise: false, schedule: false });
  boss.on('error', () => undefined);
  await boss.start();

  const isMiddle = new Promise((resolve) => {
    let count = 0;
    // The seventh is taken by the mailbox, but the server never hears so.
    onMail = async () => {
      count += 1;
      if (count < 7) return;
      resolve();
      await new Promise(() => undefined);
    };
  });
  await boss.send('notifications-digests', {});
  await isMiddle;
  await server.kill();
  onMail = async () => undefined;
  expect(await states('digest')).not.toEqual([`${people} sent`]);

  await server.another();
  while ((await states('digest')).join() !== `${people} sent`) {
    await boss.send('notifications-digests', {});
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  await boss.stop({ graceful: false });

  expect(await states('notification')).toEqual([`${people} sent`]);
  const byId = Map.groupBy(mailbox.received, ({ messageId }) => messageId);
  expect(byId.size).toBe(people);
  expect(mailbox.received.length).toBeGreaterThan(people);
  expect(mailbox.received.length).toBeLessThanOrEqual(people + 5);
  for (const same of byId.values()) {
    const told = same.map(({ recipients, text }) => [recipients, text.match(/^- .*/gm)]);
    expect(new Set(told.map((one) => JSON.stringify(one))).size).toBe(1);
  }
  expect(new Set(mailbox.received.flatMap(({ recipients }) => recipients)).size).toBe(people);
});
