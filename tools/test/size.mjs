import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { say } from '../launcher/console.mjs';

const FOLDER = join('dist', 'web', 'browser');
const LIMIT = 85_000;
/** The pages that everybody opens first, by the name of the chunk their route loads. */
const PUBLIC_PAGES = ['home-page', 'village-page', 'point-page'];

/** A script and everything it imports at once; what it imports later, on demand, does not count. */
function withImports(name, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  const source = readFileSync(join(FOLDER, name), 'utf8');
  for (const [, imported] of source.matchAll(/(?:from|import)\s*["']\.\/([\w-]+\.js)["']/g))
    withImports(imported, found);
  return found;
}

/** The script of the first load of each public page, as a browser downloads it. */
export function checkSize() {
  const counts = { passed: 0, failed: 0 };
  const index = join(FOLDER, 'index.csr.html');
  const html = existsSync(index) ? readFileSync(index, 'utf8') : '';
  const first = [...html.matchAll(/(?:src|href)="([\w-]+\.js)"/g)].map(([, name]) => name);
  for (const page of PUBLIC_PAGES) {
    const [chunk] = globSync(join(FOLDER, `${page}-*.js`));
    if (first.length === 0 || !chunk) {
      say(`${FOLDER} has no ${chunk ? 'index.csr.html with scripts' : `script for ${page}`}.`);
      counts.failed += 1;
      continue;
    }
    const scripts = new Set([...first, basename(chunk)].flatMap((name) => [...withImports(name)]));
    const bytes = [...scripts].reduce((sum, name) => sum + statSync(join(FOLDER, `${name}.br`)).size, 0);
    say(`    ${page}: ${(bytes / 1000).toFixed(1)} kB of script compressed, at most ${LIMIT / 1000} kB`);
    counts[bytes <= LIMIT ? 'passed' : 'failed'] += 1;
  }
  return counts;
}
