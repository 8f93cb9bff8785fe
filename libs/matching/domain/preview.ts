import { byText } from './by-text';
import { createIndex } from './candidates';
import { cluster } from './clusters';
import type { Cluster, ClusterPoint, PointPair } from './clusters';
import { compoundParts } from './compounds';
import type { FlagChange } from './concepts';
import { createEngine } from './engine';
import { createLexicon, stemsOf } from './lexicon';
import type { Lexicon } from './lexicon';
import { mergeConcepts } from './lexicon-changes';
import { bareWord } from './profiles';
import { stem } from './stem';
import { tokenize } from './tokens';
import type { Token } from './tokens';
import type { Concept, Features, Text } from './types';

/** A public point with its text and what was read in it. */
export interface PreviewPoint extends ClusterPoint, Text {}

export interface PreviewQuestion {
  readonly villageNames: readonly string[];
  /** All concepts as they are. */
  readonly concepts: readonly Concept[];
  /** The concept as it would be: one of the same id makes way for it. */
  readonly changed: Concept;
  readonly points: readonly PreviewPoint[];
  /** Every pair that groups of villages are made of now, once. */
  readonly pairs: readonly PointPair[];
  /** Pairs that stay apart because a person said so. */
  readonly refused?: readonly Pick<PointPair, 'a' | 'b'>[];
}

export interface ReadingChange {
  readonly id: string;
  /** Names of concepts, heaviest first. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export interface ClusterChange {
  readonly change: FlagChange;
  readonly label: string;
  /** Sorted ids of points. */
  readonly joined: readonly string[];
  readonly left: readonly string[];
}

export interface LexiconPreview {
  readonly readings: readonly ReadingChange[];
  readonly clusters: readonly ClusterChange[];
}

/** So many of the best matches of each point are kept. */
const keptPerPoint = 20;

/**
 * Which points would be read differently, and which groups of villages would be others, if a concept were like this.
 * Only points that the change can touch are read again and compared again. That one page more in the lexicon makes each
 * word of all other pages a thousandth rarer is left out.
 */
export function previewOf(question: PreviewQuestion): LexiconPreview {
  const { villageNames, concepts, changed, points, pairs, refused = [] } = question;
  const after = mergeConcepts(concepts, [changed]);
  const touched = touchedPoints(concepts, changed, points);
  if (touched.length === 0) return { readings: [], clusters: [] };
  const engine = createEngine({ villageNames, concepts: after });
  const readAgain = new Map(touched.map((point) => [point.id, engine.features(point)]));
  const pointsAfter = points.map((point) => ({ ...point, features: readAgain.get(point.id) ?? point.features }));

  const index = createIndex(engine);
  for (const { id, features } of pointsAfter) index.add(id, features);
  const villagesOf = new Map(points.map(({ id, villages }) => [id, villages]));
  const kept = pairs.filter(({ a, b }) => !readAgain.has(a) && !readAgain.has(b));
  const found = touched.flatMap(({ id: a, villages }) => {
    const exclude = (id: string): boolean =>
      id === a || villages.some((village) => villagesOf.get(id)?.includes(village));
    return index
      .similar(readAgain.get(a) ?? { items: [] }, { limit: keptPerPoint, exclude })
      .filter(({ tier }) => tier !== 'related')
      .map(({ id: b, score, tier }): PointPair => ({ a, b, match: { score, tier } }));
  });

  const before = new Map(concepts.map(({ id, label }) => [id, label]));
  return {
    readings: readingChanges(touched, readAgain, before, new Map(before).set(changed.id, changed.label)),
    clusters: clusterChanges(
      cluster(pairs, points, engine.label, refused),
      cluster([...kept, ...found], pointsAfter, engine.label, refused),
    ),
  };
}

function touchedPoints(
  concepts: readonly Concept[],
  changed: Concept,
  points: readonly PreviewPoint[],
): readonly PreviewPoint[] {
  const known = concepts.filter(({ id }) => id === changed.id);
  // Read against this concept alone, a text shows all it could ever show of it: also in compounds and with a slip.
  const alone = [...known, changed].map((concept) => createLexicon([concept]));
  const moved = movedWords(known[0], changed);
  return points.filter(({ title, body, features }) => {
    const holds = features.items.some(({ kind, key }) =>
      kind === 'concept' ? key === changed.id : moved.has(bareWord(key)),
    );
    return holds || mentions(alone, tokenize(`${title}\n${body}`));
  });
}

function mentions(lexicons: readonly Lexicon[], tokens: readonly Token[]): boolean {
  return lexicons.some((lexicon) => lexicon.mentionsIn(tokens, () => false).length > 0);
}

/** The words that stand on the page of a concept before or after, and not both times. */
function movedWords(before: Concept | undefined, after: Concept): ReadonlySet<string> {
  const [left, right] = [before ? pageOf(before) : new Set<string>(), pageOf(after)];
  return new Set([...left, ...right].filter((word) => !left.has(word) || !right.has(word)));
}

function pageOf({ label, terms, context }: Concept): Set<string> {
  const words = [label, ...terms].flatMap((term) => tokenize(term));
  return new Set([
    ...words.map((token) => token.stem),
    ...words.flatMap(({ word }) => compoundParts(word).map(stem)),
    ...stemsOf(context),
  ]);
}

function readingChanges(
  touched: readonly PreviewPoint[],
  readAgain: ReadonlyMap<string, Features>,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): ReadingChange[] {
  return touched
    .map(({ id, features }) => ({
      id,
      before: conceptNames(features, before),
      after: conceptNames(readAgain.get(id) ?? features, after),
    }))
    .filter((reading) => reading.before.join('\n') !== reading.after.join('\n'));
}

function conceptNames({ items }: Features, names: ReadonlyMap<string, string>): string[] {
  return items.filter(({ kind }) => kind === 'concept').map(({ key }) => names.get(key) ?? key);
}

/** A group is the same as the one before with which it shares most points; larger groups choose first. */
function clusterChanges(before: readonly Cluster[], after: readonly Cluster[]): ClusterChange[] {
  const free = new Set(before);
  const changes = after.map((now): ClusterChange => {
    const shared = ({ points }: Cluster): number => points.filter((id) => now.points.includes(id)).length;
    const [best] = [...free].sort((a, b) => shared(b) - shared(a) || byText(a.points[0] ?? '', b.points[0] ?? ''));
    const was = best && shared(best) > 0 ? best : null;
    if (was) free.delete(was);
    const joined = now.points.filter((id) => !was?.points.includes(id));
    const left = (was?.points ?? []).filter((id) => !now.points.includes(id));
    const change = !was ? 'appears' : joined.length >= left.length ? 'grows' : 'shrinks';
    return { change, label: now.label, joined, left };
  });
  const gone = [...free].map(({ label, points }): ClusterChange => ({
    change: 'goes',
    label,
    joined: [],
    left: points,
  }));
  return [...changes, ...gone].filter(({ joined, left }) => joined.length + left.length > 0);
}
