import { mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';

const CACHE = join('node_modules', '.cache');

/** A new folder beside the packages, for what is made of the sources and thrown away. */
export function newCacheFolder(prefix) {
  mkdirSync(CACHE, { recursive: true });
  return mkdtempSync(join(CACHE, prefix));
}
