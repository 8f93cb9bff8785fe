import { createServer, connect } from 'node:net';
import { jest } from '@jest/globals';
import { io } from 'socket.io-client';
import { buildChanged } from '../launcher/build.mjs';
import { startDemoServer } from './built-server.mjs';

// The first build of a fresh checkout is part of it.
jest.setTimeout(180_000);

let first;
let proxy;

beforeAll(async () => {
  await buildChanged('api');
  await buildChanged('web');
  first = await startDemoServer();
  proxy = await proxyTo(first, await first.another());
});
afterAll(async () => {
  proxy?.close();
  await first?.stop();
});

/** Passes each connection on to the first server that takes it, as a proxy in front of several does. */
async function proxyTo(...servers) {
  const server = createServer((client) => {
    const attempt = ([next, ...rest]) => {
      if (!next) return client.destroy();
      const upstream = connect(Number(new URL(next.origin).port), '127.0.0.1');
      const given = () => attempt(rest);
      upstream.once('error', given);
      upstream.once('connect', () => {
        upstream.off('error', given);
        client.pipe(upstream).pipe(client);
        for (const [one, other] of [
          [client, upstream],
          [upstream, client],
        ]) {
          one.on('error', () => undefined);
          one.on('close', () => other.destroy());
        }
      });
    };
    attempt(servers);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** A demo person, with the calls of a page: what gets no answer is sent again under the same key. */
async function someone(name) {
  const ask = (path, options = {}) =>
    fetch(proxy.origin + path, { ...options, headers: { connection: 'close', ...options.headers } });
  const { items } = await (await ask('/api/v1/demo/people')).json();
  const { id } = items.find(({ displayName }) => displayName === name);
  const body = JSON.stringify({ personId: id });
  const json = { 'content-type': 'application/json' };
  const signedIn = await ask('/api/v1/demo/sign-in', { method: 'POST', headers: json, body });
  const cookie = signedIn.headers.getSetCookie()[0].split(';')[0];
  const call = async (method, path, sent, key) => {
    for (;;) {
      try {
        const headers = { cookie, ...(sent && json), ...(key && { 'idempotency-key': key }) };
        const answer = await ask(`/api/v1${path}`, { method, headers, ...(sent && { body: JSON.stringify(sent) }) });
        if (answer.status < 500) return await answer.json();
      } catch {
        // The server was killed before it answered.
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  return { id, cookie, call };
}

it('a server that is killed in the middle of a conversation loses nothing, and pages catch up at the other', async () => {
  const [resident, broker] = [await someone('Bewoner Tricht'), await someone('Gebiedsmakelaar Voorbeeldgebied 1')];
  const { person } = await resident.call('GET', '/me');
  const opened = { villageId: person.homeVillageId, title: 'Gaat de brug open?', body: 'Bericht 0' };
  const thread = await resident.call('POST', '/threads', opened, crypto.randomUUID());

  const socket = io(proxy.origin, {
    transports: ['websocket'],
    extraHeaders: { cookie: broker.cookie },
    reconnectionDelay: 50,
    reconnectionDelayMax: 200,
  });
  let connections = 0;
  let read = [];
  const load = async () => {
    const { items } = await broker.call('GET', `/threads/${thread.id}/messages?limit=100`);
    if (items.length >= read.length) read = items.map(({ body }) => body).reverse();
  };
  socket.on('connect', () => {
    connections += 1;
    // As the pages do: whatever was missed is loaded as soon as the room is joined.
    socket.emit('join', `person:${broker.id}`, () => void load());
  });
  socket.on('change', () => void load());
  await until(() => read.length === 1);

  const written = Array.from({ length: 20 }, (_, index) => `Bericht ${index + 1}`);
  for (const [index, body] of written.entries()) {
    if (index === 10) void first.kill();
    await resident.call('POST', `/threads/${thread.id}/messages`, { body }, crypto.randomUUID());
  }
  await until(() => read.length === 21 && connections === 2);
  socket.close();
  expect(read).toEqual(['Bericht 0', ...written]);
});

async function until(look) {
  const deadline = Date.now() + 30_000;
  while (!look()) {
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${look}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
