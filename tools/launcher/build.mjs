import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { Problem } from '../problem.mjs';
import { runQuietly, start } from './process.mjs';

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

export async function buildApi() {
  const { bundleApi } = await import('./build-api.mjs');
  await bundleApi();
}

// Named chunks, so that the size of each page can be told.
const WEB_BUILD = ['node_modules/nx/dist/bin/nx.js', 'run', 'web:build', '--skipNxCache', '--namedChunks'];
const WEB_ENV = { NX_TUI: 'false', NG_CLI_ANALYTICS: 'false' };

export async function buildWeb() {
  const code = await runQuietly(WEB_BUILD, { env: WEB_ENV });
  if (code !== 0) throw new Problem('The web application does not build; see above what to correct.');
  await compress(globSync('dist/web/browser/**/*.{js,css,svg,json,txt,ico}'));
}

/** Compressed once here, not for every visitor: the server sends the file beside it to browsers that know brotli. */
async function compress(paths) {
  const brotli = promisify(brotliCompress);
  await Promise.all(paths.map(async (path) => writeFileSync(`${path}.br`, await brotli(readFileSync(path)))));
}

/** Builds again whenever a source changes; `onBuilt` hears of every build that was written after the first. */
export function watchWeb(onBuilt) {
  const { child } = start(process.execPath, [...WEB_BUILD, '--watch'], { env: WEB_ENV });
  let last = '';
  const look = setInterval(() => {
    const now = existsSync(PARTS.web.made) ? String(statSync(PARTS.web.made).mtimeMs) : '';
    // The builder empties the folder first: the file is whole once it stood still for one look.
    if (now && now !== last && last) onBuilt();
    last = now || last;
  }, 500);
  child.on('exit', () => clearInterval(look));
}

/** Builds a part unless nothing it is made of changed since; answers whether it had to. */
export async function buildChanged(part) {
  const { made, inputs } = PARTS[part];
  const note = join('dist', `${part}.inputs`);
  const hash = hashOf(inputs);
  if (existsSync(made) && existsSync(note) && readFileSync(note, 'utf8') === hash) return false;
  rmSync(note, { force: true });
  await (part === 'api' ? buildApi() : buildWeb());
  mkdirSync(dirname(note), { recursive: true });
  writeFileSync(note, hash);
  return true;
}
