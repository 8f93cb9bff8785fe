import { say } from '../launcher/console.mjs';
import { productParts } from '../product-parts.mjs';
import { percentile, timesOf } from './times.mjs';
import { createWishes } from './wishes.mjs';

const SHOWN = 20;
/** As a server that has been asked for a while: by then all that is asked often is compiled. */
const WARM_UP = 500;
const TOLD_EVERY = 10_000;
const MEGABYTE = 2 ** 20;

/** Bytes of objects and typed arrays that are still in use. */
function bytesInUse() {
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

// As long as the ids of the product, with the number of the wish in front.
const idOf = (n) => `${n.toString(16).padStart(8, '0')}-0000-7000-8000-000000000000`;
const numberOf = (id) => Number.parseInt(id.slice(0, 8), 16);

/** Fills an index with so many wishes and prints what it took, and how long a new text searches. */
async function measure(name, size, searches) {
  const { createEngine, createIndex } = await productParts({ 'matching/domain/index.ts': 'createEngine, createIndex' });
  const { villages, wish } = createWishes();
  const engine = createEngine({ villageNames: villages });
  const villageOf = new Uint16Array(size);
  const find = ({ village, ...text }) => {
    const exclude = (id) => villageOf[numberOf(id)] === village;
    return index.similar(engine.features(text), { limit: SHOWN, exclude });
  };
  // The lexicon is read at the first question, and is no part of the index.
  engine.features(wish(size));
  const before = bytesInUse();

  const index = createIndex(engine);
  let building = 0;
  for (let n = 0; n < size; n += 1) {
    const { village, ...text } = wish(n);
    villageOf[n] = village;
    const start = performance.now();
    index.add(idOf(n), engine.features(text));
    building += performance.now() - start;
    if ((n + 1) % TOLD_EVERY === 0) say(`  … ${n + 1} wishes of ${name}, ${(building / 1000).toFixed(0)} s so far`);
  }
  // What an index leaves for the first search belongs to building it.
  const start = performance.now();
  find(wish(size));
  building += performance.now() - start;
  const megabytes = (bytesInUse() - before) / MEGABYTE;

  let found = 0;
  const asked = Array.from({ length: WARM_UP + searches }, (_, n) => wish(size + 1 + n));
  const times = await timesOf(searches, (n) => (found += find(asked[n]).length), WARM_UP);
  if (found === 0) throw new Error(`Nobody of ${name} was found.`);
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((part) => percentile(times, part).toFixed(2));
  process.stdout.write(
    `bench matching ${name} build=${(building / 1000).toFixed(1)} mb=${megabytes.toFixed(0)} ` +
      `p50=${p50} p95=${p95} p99=${p99}\n`,
  );
}

const [name, size, searches] = process.argv.slice(2);
await measure(name, Number(size), Number(searches));
process.exit(0);
