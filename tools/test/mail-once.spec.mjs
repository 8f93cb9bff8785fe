import { jest } from '@jest/globals';
import { PgBoss } from 'pg-boss';
import { buildChanged } from '../launcher/build.mjs';
import { startBuiltServer } from './built-server.mjs';
import { openMailbox } from './mailbox.mjs';

let server;
let mailbox;
let onMail;

// The first build of a fresh checkout is part of it.
jest.setTimeout(120_000);

const nextMail = () => new Promise((resolve) => (onMail = resolve));

beforeAll(async () => {
  await buildChanged('api');
  mailbox = await openMailbox(() => new Promise((resolve) => onMail(resolve)));
  server = await startBuiltServer([['migrate']], {
    ...{ NODE_OPTIONS: '', WEB_DIR: '', SMTP_URL: mailbox.url, PUBLIC_URL: 'https://kernagenda.test' },
    SECRET_KEY: 'a key for tests only, long enough',
  });
});

afterAll(async () => {
  await server?.stop();
  await mailbox.close();
});

/** A line that waits for its mail, as a decision on a proposal leaves it. */
async function aLine() {
  const [{ id }] = await server.query(`
    with town as (insert into municipality (slug, name, population, population_source, attribution)
        values ('m', 'M', 1, 'x', 'x') returning id),
      area as (insert into area (municipality_id, name) select id, 'A' from town returning id, municipality_id),
      village as (insert into village (municipality_id, area_id, slug, name, population, population_year,
          population_source, boundary, point, label)
        select municipality_id, id, 'v', 'V', 1, 2020, 'x', '{}', '[]', '{}' from area returning id),
      person as (insert into person (email, display_name, created_at) values ('sanne@dorp.test', 'Sanne', now()) returning id),
      point as (insert into proposal (village_id, author_id, title, moderation_state, agenda_state, approved_at, created_at)
        select village.id, person.id, 'Een bankje', 'approved', 'exploring', now(), now() from village, person returning id)
    insert into notification (event, person_id, channel, kind, reason, proposal_id, agenda_state, state, created_at)
    select 'move', person.id, 'mail', 'explore', 'author', point.id, 'exploring', 'pending', now() from person, point
    returning id`);
  return id;
}

const stateOf = async (id) => (await server.query('select state from notification where id = $1', [id]))[0]?.state;

it('a server that is killed between sending a mail and noting it sends it again under the same Message-ID', async () => {
  const id = await aLine();
  const boss = new PgBoss({ connectionString: server.databaseUrl, supervise: false, schedule: false });
  boss.on('error', () => undefined);
  await boss.start();

  const first = nextMail();
  await boss.send('notifications-mail', { notificationId: id });
  const accept = await first;
  await server.kill();
  accept();
  expect(await stateOf(id)).toBe('pending');

  await server.query(`update pgboss.job set started_on = started_on - interval '1 hour' where state = 'active'`);
  await boss.supervise('notifications-mail');
  await server.query(`update pgboss.job set start_after = now() where state = 'retry'`);
  const second = nextMail();
  await server.another();
  (await second)();
  while ((await stateOf(id)) !== 'sent') await new Promise((resolve) => setTimeout(resolve, 20));
  await boss.stop({ graceful: false });

  expect(mailbox.received.map(({ messageId }) => messageId)).toEqual(Array(2).fill(`<${id}@kernagenda.test>`));
  expect(await server.query('select state from notification')).toEqual([{ state: 'sent' }]);
});
