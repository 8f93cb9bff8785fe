import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import { Problem } from '../problem.mjs';

const require = createRequire(import.meta.url);
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url));

function packageFolder() {
  let folder;
  try {
    folder = dirname(dirname(require.resolve('@sparticuz/chromium')));
  } catch {
    throw new Problem('The browser is not installed; run npm ci.');
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Problem(
      `There is no packaged browser for ${process.platform}-${process.arch}; set CHROMIUM_PATH to a Chromium or Chrome of your own.`,
    );
  }
  return folder;
}

async function unpack(archive, target) {
  const { extract } = createRequire(require.resolve('@sparticuz/chromium'))('tar-fs');
  const output = archive.endsWith('.tar.br') ? extract(target) : createWriteStream(target);
  await pipeline(createReadStream(archive), createBrotliDecompress(), output);
}

/** The packaged settings look in the shared temp folder; without any font, text has no width and counts as invisible. */
function fontSettings(folder) {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
}

/** Unpacked once for each version into a folder of the checkout, whole or not at all, so that two may start at once. */
async function installedFolder() {
  const original = packageFolder();
  const { version } = JSON.parse(readFileSync(join(original, 'package.json'), 'utf8'));
  const folder = join(CACHE, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(CACHE, { recursive: true });
  const staging = mkdtempSync(join(CACHE, `${basename(folder)}.new-`));
  try {
    await Promise.all([
      unpack(join(original, 'bin', 'chromium.br'), join(staging, 'chromium')),
      unpack(join(original, 'bin', 'swiftshader.tar.br'), staging),
      unpack(join(original, 'bin', 'al2023.tar.br'), staging),
      unpack(join(original, 'bin', 'fonts.tar.br'), staging),
    ]);
    chmodSync(join(staging, 'chromium'), 0o755);
    writeFileSync(join(staging, 'fonts.conf'), fontSettings(folder));
    renameSync(staging, folder);
  } catch (error) {
    if (!existsSync(folder)) throw new Problem(`Cannot unpack the browser into ${folder}: ${error.message}.`);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
  return folder;
}

/** The browser program; unpacks it the first time. */
export async function browserPath() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  return join(await installedFolder(), 'chromium');
}

/**
 * The browser as one program that finds its libraries and letters by itself, for CHROMIUM_PATH; unpacks it the first
 * time.
 */
export async function browserProgram() {
  const path = await browserPath();
  if (process.env.CHROMIUM_PATH) return path;
  const program = `${path}.sh`;
  if (existsSync(program)) return program;
  const staging = `${program}.${process.pid}`;
  writeFileSync(staging, programText, { mode: 0o755 });
  renameSync(staging, program);
  return program;
}

/** Replaces itself by the browser, so that who started it has the browser for a child. */
const programText = `#!/bin/sh
folder=\${0%/*}
export LD_LIBRARY_PATH="$folder/lib" FONTCONFIG_PATH="$folder"
exec "$folder/chromium" "$@"
`;

/**
 * What Playwright's `launch` takes. Web security stays on; the sandbox is off, because containers and root cannot have
 * it and the only pages are ours; the browser calls nobody but the page.
 */
export async function browserLaunchOptions() {
  const executablePath = await browserPath();
  const folder = dirname(executablePath);
  const libraries = [join(folder, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return {
    executablePath,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--no-pings',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-domain-reliability',
      '--disable-sync',
      '--font-render-hinting=none',
    ],
    env: process.env.CHROMIUM_PATH
      ? process.env
      : { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: folder },
  };
}
