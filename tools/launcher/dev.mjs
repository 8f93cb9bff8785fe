import { say, stage } from './console.mjs';
import { atEnd, isEnding } from './lifetime.mjs';
import { findBrowser } from './browser.mjs';
import { startReloadingProxy } from './dev-proxy.mjs';
import { prepareData } from './start.mjs';
import { checkPort, chosenPort, freePort, serve } from './server.mjs';
import { WATCHED_WEB, watchWeb } from './build.mjs';
import { join } from 'node:path';

/** `npm run dev`: builds, serves, and does both again on every change, after which the open pages reload. */
export async function developAll(root) {
  const port = chosenPort();
  say('Kernagenda, for developers');
  await checkPort(port);
  const prepared = Promise.all([prepareData(root), findBrowser()]).then((all) => Object.assign({}, ...all));
  const proxy = await startReloadingProxy(port);

  let server = null;
  let turn = Promise.resolve();
  const restart = (what) => {
    turn = turn.then(async () => {
      if (isEnding()) return;
      try {
        await stage(`starting the server with the new ${what}`, async () => {
          await server?.stop();
          const inner = await freePort();
          const PUBLIC_URL = `http://localhost:${port}`;
          const settings = { ...(await prepared), PORT: String(inner), PUBLIC_URL, WEB_DIR: join(root, WATCHED_WEB) };
          server = await serve(settings, inner);
          proxy.show(inner);
        });
      } catch (error) {
        say(error.message);
      }
    });
  };

  const web = stage('building the web application', () => watchWeb(() => restart('pages')));
  await Promise.all([prepared, web]);
  const { watchApi } = await import('./build-api.mjs');
  const watcher = await watchApi(() => restart('API'));
  atEnd(() => watcher.dispose());
  say(`\nKernagenda runs at http://localhost:${port}  (Ctrl-C stops it)`);
  return new Promise(() => {});
}
