import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { WebSocket } from 'ws';
import { say } from '../launcher/console.mjs';
import { Problem } from '../problem.mjs';
import { startDemoServer } from '../test/built-server.mjs';
import { cookieOf } from './demo-people.mjs';
import { percentile } from './times.mjs';

const WATCHED = new URL('./watched.mjs', import.meta.url).href;
const BARE = fileURLToPath(new URL('./bare-sockets.mjs', import.meta.url));
const FULL = { sizes: [1_000, 5_000, 10_000], rounds: 3, updates: 20 };
const QUICK = { sizes: [1_000], rounds: 1, updates: 6 };
/** So many pages connect at the same time. */
const CONNECTING = 100;
/** The first updates of a round find nothing warm, and do not count. */
const WARM_UP = 2;

/** An open page that speaks socket.io: it joins a room and calls `heard` at every change. */
function openPage(origin, room, heard) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
    socket.on('error', reject);
    socket.on('message', (data) => {
      const text = data.toString();
      if (text.startsWith('42')) heard();
      else if (text === '2') socket.send('3');
      else if (text.startsWith('0')) socket.send('40');
      else if (text.startsWith('40')) socket.send(`420["join","${room}"]`);
      else if (text === '430[{"joined":true}]') resolve(socket);
      else reject(new Problem(`A page was told ${text}.`));
    });
  });
}

/** Answers what the process measured of itself since it was asked last. */
function ask(server) {
  const answer = server.nextMessage();
  server.send({ ask: 'watched' });
  return answer;
}

/** One round: so many pages of one village, told of so many updates, from the act to the page, in milliseconds. */
async function round(server, size, updates) {
  const before = await ask(server);
  let heard = () => undefined;
  const pages = [];
  while (pages.length < size) {
    const next = Array.from({ length: Math.min(CONNECTING, size - pages.length) }, () =>
      openPage(server.origin, server.room, () => heard()),
    );
    pages.push(...(await Promise.all(next)));
  }
  const { bytes } = await ask(server);
  const times = [];
  let block = 0;
  for (let update = 0; update < updates + WARM_UP; update += 1) {
    const own = [];
    const begun = performance.now();
    const all = new Promise((resolve) => {
      heard = () => {
        own.push(performance.now() - begun);
        if (own.length === size) resolve();
      };
    });
    await server.act(update % 2 === 0 ? 'PUT' : 'DELETE');
    await all;
    const watched = await ask(server);
    if (update < WARM_UP) continue;
    times.push(...own);
    block = Math.max(block, watched.block);
  }
  await Promise.all(
    pages.map((page) => {
      const closed = new Promise((resolve) => page.once('close', resolve));
      page.close();
      return closed;
    }),
  );
  times.sort((one, other) => one - other);
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((part) => percentile(times, part));
  return { p50, p95, p99, block, kb: (bytes - before.bytes) / size / 1024 };
}

async function send(url, method, headers) {
  const answer = await fetch(url, { method, headers });
  if (!answer.ok) throw new Problem(`${method} ${url} was answered with ${answer.status}.`);
}

/** The built server with the demo; the act is a resident who supports a point of another village, and takes it back. */
async function startProduct() {
  const server = await startDemoServer({ NODE_OPTIONS: `--import ${WATCHED}` });
  const { origin } = server;
  const cookie = await cookieOf(origin, 'Bewoner Tricht');
  const api = async (path) => (await fetch(`${origin}/api/v1${path}`, { headers: { cookie } })).json();
  const { items } = await api('/proposals?village=deil');
  const { person } = await api('/me');
  const [{ id, village }] = items;
  return {
    ...server,
    room: `village:${village.id}`,
    act: (method) => send(`${origin}/api/v1/proposals/${id}/support`, method, { cookie }),
    proposalId: id,
    personId: person.id,
  };
}

async function startBare({ databaseUrl, proposalId, personId }) {
  const server = fork(BARE, [databaseUrl, proposalId, personId], { execArgv: ['--import', WATCHED] });
  const nextMessage = () => new Promise((resolve) => server.once('message', resolve));
  const { port } = await nextMessage();
  const origin = `http://127.0.0.1:${port}`;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  return {
    origin,
    room: 'village:bare',
    send: (message) => server.send(message),
    nextMessage,
    act: (method) => send(origin, method, {}),
    stop: async () => {
      server.kill('SIGTERM');
      await ended;
    },
  };
}

const median = (numbers) => [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)];

/**
 * One village's update to everybody who watches it, in turns with a bare socket.io server that keeps the same support;
 * only the ratio says something about another machine. Given `--quick`, a thousand pages and one round.
 */
export async function benchRealtime(args) {
  const unknown = args.filter((arg) => arg !== '--quick');
  if (unknown.length > 0) throw new Problem(`bench:realtime knows --quick, not ${unknown.join(' ')}.`);
  const { sizes, rounds, updates } = args.includes('--quick') ? QUICK : FULL;
  const product = await startProduct();
  const bare = await startBare(product);
  try {
    for (const size of sizes) {
      say(`  ${size} open pages`);
      const found = [];
      for (let number = 0; number < rounds; number += 1) {
        const reference = await round(bare, size, updates);
        found.push({ bare: reference, ours: await round(product, size, updates) });
      }
      const of = (value, digits = 1) => median(found.map(value)).toFixed(digits);
      process.stdout.write(
        `bench realtime ${size} p50=${of(({ ours }) => ours.p50)} p95=${of(({ ours }) => ours.p95)} ` +
          `p99=${of(({ ours }) => ours.p99)} bare=${of((one) => one.bare.p95)} ` +
          `ratio=${of(({ ours, bare: least }) => ours.p95 / least.p95, 2)} block=${of(({ ours }) => ours.block)} ` +
          `bareblock=${of((one) => one.bare.block)} kb=${of(({ ours }) => ours.kb)} barekb=${of((one) => one.bare.kb)}\n`,
      );
    }
  } finally {
    await bare.stop();
    await product.stop();
  }
  return 0;
}
