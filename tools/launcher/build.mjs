import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { Problem } from '../problem.mjs';
import { LEASH, runQuietly, start } from './process.mjs';

const COMMON = ['package-lock.json', 'tsconfig.base.json', 'tools/launcher/*build*.mjs'];
const PARTS = {
  api: { made: 'dist/api/main.mjs', inputs: ['apps/api/**/*', 'libs/*/{domain,api}/**/*'] },
  web: {
    made: 'dist/web/server/server.mjs',
    inputs: ['apps/web/**/*', 'libs/*/{domain,web}/**/*', 'libs/shared/ui/**/*'],
  },
};

function hashOf(inputs) {
  const hash = createHash('sha256');
  const files = globSync([...COMMON, ...inputs]).filter((path) => !/\.spec\.ts$/.test(path) && statSync(path).isFile());
  for (const path of files.sort()) hash.update(`${path}\0`).update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}

async function buildApi() {
  const { bundleApi } = await import('./build-api.mjs');
  await bundleApi();
}

const BUILD_WEB = 'tools/launcher/build-web.mjs';
// Rollup keeps Angular's core in the first script, where the default bundler makes a second one of it: 1 kB less.
const WEB_ENV = { NG_CLI_ANALYTICS: 'false', NG_BUILD_CHUNKS_ROLLDOWN: 'false' };

async function buildWeb() {
  const code = await runQuietly([BUILD_WEB], { env: WEB_ENV });
  if (code !== 0) throw new Problem('The web application does not build; see above what to correct.');
  await minify(globSync('dist/web/browser/*.js', { exclude: ['**/early.js'] }));
  await compress(globSync('dist/web/browser/**/*.{js,css,svg,json,txt,ico}'));
}

/** Once more over what Angular's builder made: it names and folds per module, this over the whole script, 5 kB less. */
async function minify(paths) {
  const { minify: minified } = await import('terser');
  const options = { module: true, ecma: 2022, compress: { passes: 2 }, format: { comments: false } };
  for (const path of paths) {
    const { code } = await minified(readFileSync(path, 'utf8'), options);
    if (!code) throw new Problem(`${path} came out empty when it was made smaller.`);
    writeFileSync(path, code);
  }
}

/** Compressed once here, not for every visitor: the server sends the file beside it to browsers that know brotli. */
async function compress(paths) {
  const brotli = promisify(brotliCompress);
  await Promise.all(paths.map(async (path) => writeFileSync(`${path}.br`, await brotli(readFileSync(path)))));
}

/** Where the pages of `npm run dev` are: a running `npm start` keeps its own. */
export const WATCHED_WEB = join('dist', 'dev', 'web');

/** Builds now and whenever a source changes; ends with the first build, `onBuilt` hears of every later one that worked. */
export function watchWeb(onBuilt) {
  const watcher = start(process.execPath, [...LEASH, BUILD_WEB, '--watch', WATCHED_WEB], {
    env: WEB_ENV,
    leashed: true,
  });
  return new Promise((resolve, reject) => {
    let isFirst = true;
    watcher.child.on('message', ({ success }) => {
      if (success && !isFirst) onBuilt();
      isFirst = false;
      resolve();
    });
    watcher.exited.then(() => reject(new Problem('The web application cannot be watched; see above why.')), reject);
  });
}

/** Builds a part, `api` or `web`, and notes of what. */
export async function build(part) {
  const { inputs } = PARTS[part];
  const note = join('dist', `${part}.inputs`);
  const hash = hashOf(inputs);
  rmSync(note, { force: true });
  await (part === 'api' ? buildApi() : buildWeb());
  writeFileSync(note, hash);
}

/** Builds a part unless nothing it is made of changed since. */
export async function buildChanged(part) {
  const { made, inputs } = PARTS[part];
  const note = join('dist', `${part}.inputs`);
  if (existsSync(made) && existsSync(note) && readFileSync(note, 'utf8') === hashOf(inputs)) return;
  await build(part);
}
