import { join } from 'node:path';
import { say, sinceStart, stage } from './console.mjs';
import { buildChanged } from './build.mjs';
import { findBrowser } from './browser.mjs';
import { findDatabase } from './database.mjs';
import { checkPort, chosenPort, runServer, serve } from './server.mjs';

const isDemo = (env) => (env.DEMO ?? process.env.DEMO) === '1';

async function build(part, name) {
  await stage(`building ${name} where something changed`, () => buildChanged(part));
}

/** The database, migrated, and the demo loaded where it belongs: what a server and every other command begin with. */
export async function prepareData(root) {
  const env = await findDatabase(root);
  await build('api', 'the server');
  await stage('migrating', () => runServer('migrate', env));
  if (isDemo(env)) await stage('loading the demo, once', () => runServer('demo', env));
  return env;
}

/** `npm start`: everything a person needs to open a browser, until Ctrl-C. */
export async function startAll(root) {
  const port = chosenPort();
  say('Kernagenda');
  await checkPort(port);
  const [env, browser] = await Promise.all([prepareData(root), findBrowser(), build('web', 'the web application')]);
  const settings = { ...env, ...browser, PORT: String(port), WEB_DIR: join(root, 'dist', 'web') };
  const server = await stage('starting the server', () => serve(settings, port));
  say(`\nKernagenda runs at ${server.address}  (started in ${sinceStart()}; Ctrl-C stops it)`);
  await printDemoPeople(server.address, env);
  return server.exited;
}

/** The server knows its demo people; no rule of theirs stands here. */
async function printDemoPeople(address, env) {
  if (!isDemo(env)) return;
  const response = await fetch(`${address}/api/v1/demo/people`).catch(() => null);
  if (!response?.ok) return;
  const { items } = await response.json();
  say(`Sign in at ${address}/inloggen as one of the demo people; their mail is at ${address}/demo/post`);
  for (const { email, displayName, description } of items) say(`  ${displayName} <${email}>: ${description}`);
}
