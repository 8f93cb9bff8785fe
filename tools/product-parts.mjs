import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { newCacheFolder } from './cache-folder.mjs';
import { apiBundle } from './launcher/build-api.mjs';

/** What these files of the product export, by path below `libs` and names: so that a tool runs what the product runs. */
export async function productParts(parts) {
  const folder = newCacheFolder('parts-');
  const outfile = join(folder, 'parts.mjs');
  const lines = Object.entries(parts).map(([path, names]) => `export { ${names} } from './libs/${path}';`);
  await build({
    ...apiBundle,
    entryPoints: undefined,
    outdir: undefined,
    outExtension: undefined,
    outfile,
    keepNames: false,
    stdin: { resolveDir: '.', loader: 'ts', contents: [`import 'reflect-metadata';`, ...lines].join('\n') },
  });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
