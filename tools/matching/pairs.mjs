import { Problem } from '../problem.mjs';
import { productParts } from '../product-parts.mjs';
import { readTexts } from './texts.mjs';

/** Larger files are searched by the index instead of comparing everything; then the least related do not come back. */
const comparedWhole = 3_000;
const keptPerText = 200;
/** What is less probable says nothing about the order either. */
const leastScore = 0.005;

/** Every pair of texts of different villages that the engine finds alike at all. */
export async function findPairs(rows) {
  const { createEngine, createIndex, reasonsOfPair, becauseOf } = await productParts({
    'matching/domain/index.ts': 'createEngine, createIndex',
    'matching/domain/reasons/index.ts': 'becauseOf, reasonsOfPair',
  });
  const whyOf = (match) => {
    const evidence = (match?.evidence ?? []).map(({ term, inA, inB }) => ({ term, inThis: inA, inOther: inB }));
    return becauseOf(reasonsOfPair(evidence), 2)
      .map(({ text }) => text)
      .join('');
  };
  const engine = createEngine({ villageNames: [...new Set(rows.map(({ village }) => village))] });
  const texts = rows.map((row) => ({ ...row, features: engine.features(row) }));
  if (texts.length <= comparedWhole) {
    return texts.flatMap((a, at) =>
      texts.slice(at + 1).flatMap((b) => {
        if (a.village === b.village) return [];
        const match = engine.compare(a.features, b.features);
        const score = match?.score ?? engine.rank(a.features, b.features);
        return score >= leastScore ? [{ a, b, score, tier: match?.tier ?? 'related', why: whyOf(match) }] : [];
      }),
    );
  }
  const index = createIndex(engine);
  const byId = new Map(texts.map((text) => [text.id, text]));
  for (const { id, features } of texts) index.add(id, features);
  const pairs = new Map();
  for (const a of texts) {
    const exclude = (id) => id === a.id || byId.get(id).village === a.village;
    for (const { id, score, tier } of index.similar(a.features, { limit: keptPerText, exclude })) {
      const key = [a.id, id].sort().join('\t');
      const b = byId.get(id);
      if (!pairs.has(key)) pairs.set(key, { a, b, score, tier, why: whyOf(engine.compare(a.features, b.features)) });
    }
  }
  return [...pairs.values()];
}

/** Writes one line per pair: `idA<TAB>idB<TAB>score<TAB>tier<TAB>why`. */
export async function matchPairs([path, ...others]) {
  if (!path || others.length > 0) throw new Problem('match:pairs wants one file: npm run match:pairs -- FILE.tsv');
  const pairs = await findPairs(readTexts(path));
  const lines = pairs
    .sort((left, right) => right.score - left.score)
    .map(({ a, b, score, tier, why }) => [a.id, b.id, score, tier, why].join('\t'));
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
  return 0;
}
