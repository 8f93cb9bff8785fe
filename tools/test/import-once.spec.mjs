import { jest } from '@jest/globals';
import { buildChanged } from '../launcher/build.mjs';
import { startBuiltServer } from './built-server.mjs';
import { openMailbox } from './mailbox.mjs';

const email = 'beheer@dorp.test';
const amount = 3_000;

let server;
let mailbox;

// The first build of a fresh checkout is part of it.
jest.setTimeout(180_000);

async function call(method, path, { cookie = '', version, body } = {}) {
  const isForm = body instanceof FormData;
  const headers = {
    ...(cookie && { cookie }),
    ...(version && { 'if-match': `"${version}"` }),
    ...(body && !isForm && { 'content-type': 'application/json' }),
  };
  const answer = await fetch(`${server.origin}/api/v1${path}`, {
    method,
    headers,
    body: isForm ? body : JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
  return answer;
}

/** @returns the cookie of the administrator, who signed in with the code of a real mail */
async function signIn() {
  await call('POST', '/sign-in/code', { body: { email } });
  let code;
  while (!code) {
    code = /\b\d{6}\b/.exec(mailbox.received.at(-1)?.text ?? '')?.[0];
    await pause();
  }
  const answer = await call('POST', '/sign-in', { body: { email, code } });
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 10));
const counts = async () =>
  (
    await server.query(`select (select count(*)::int from proposal) as points,
      (select count(*)::int from import_row where fate = 'taken') as taken,
      (select count(distinct proposal_id)::int from import_row) as distinct,
      (select state from import_batch) as state`)
  )[0];

beforeAll(async () => {
  await buildChanged('api');
  mailbox = await openMailbox();
  const villages = ['villages-import', 'docs/villages.example.geojson', '--municipality', 'Voorbeeld'];
  server = await startBuiltServer([['migrate'], villages], {
    ...{ NODE_OPTIONS: '', WEB_DIR: '', SMTP_URL: mailbox.url, ADMIN_EMAIL: email },
    SECRET_KEY: 'a key for tests only, long enough',
  });
});

afterAll(async () => {
  await server?.stop();
  await mailbox.close();
});

it('attack 32: an import in a server that is killed goes on when it is started again, and every point stands once', async () => {
  const cookie = await signIn();
  const rows = Array.from({ length: amount }, (_, index) => `voorbeeld-noord;Een bankje op plek ${index};${index}`);
  const body = new FormData();
  const page = 'https://www.voorbeeld.nl/agenda';
  body.set('file', new Blob([['Kern;Titel;Nummer;Bron', ...rows.map((row) => `${row};${page}`)].join('\n')]), 'a.csv');
  const batch = await (await call('POST', '/imports', { cookie, body })).json();
  expect(batch.counts).toMatchObject({ new: amount, faulty: 0 });

  await call('POST', `/imports/${batch.id}/confirm`, { cookie, version: batch.version });
  while ((await counts()).taken === 0) await pause();
  await server.kill();
  const halfway = await counts();
  expect(halfway).toMatchObject({ state: 'importing', points: halfway.taken, distinct: halfway.taken });
  expect(halfway.taken).toBeGreaterThan(0);
  expect(halfway.taken).toBeLessThan(amount);

  await server.another();
  const until = Date.now() + 60_000;
  while ((await counts()).state !== 'imported' && Date.now() < until) await pause();
  expect(await counts()).toEqual({ state: 'imported', points: amount, taken: amount, distinct: amount });
});
