import { byText } from './by-text';
import type { Lexicon } from './lexicon';
import { bareWord, countWords, heaviest, leaningsOf, rarityOf } from './profiles';
import type { CountedWord } from './profiles';
import { slipsBetween } from './slips';
import { stem } from './stem';
import { plain } from './tokens';
import type { Evidence, EvidenceKind, Feature, Features } from './types';

interface Sharing {
  readonly kind: EvidenceKind;
  readonly a: Feature;
  readonly b: Feature;
  readonly term: string;
  readonly weight: number;
}

const nearFrom = 0.5;
const partWorth = 0.7;
const leaningWorth = 0.3;
const leastWeight = 0.02;

/** One of the two texts, with the words of it that are shown. */
interface Side {
  readonly features: Features;
  readonly concepts: readonly Feature[];
  readonly words: ReadonlyMap<string, CountedWord>;
}

const sideOf = (features: Features): Side => ({
  features,
  concepts: features.items.filter(({ kind }) => kind === 'concept'),
  words: countWords(features),
});

/** What two texts share, with the words that carry it on each side; heaviest first. */
export function evidenceOf(one: Features, other: Features, lexicon: Lexicon): Evidence[] {
  const [a, b] = [sideOf(one), sideOf(other)];
  const concepts = sharedConcepts(a, b, lexicon);
  const named = new Set(
    concepts.flatMap(({ a: left, b: right }) => [left, right].map((each) => stem(plain(each.shown)))),
  );
  const words = sharedWords(a, b).filter(({ a: { key } }) => !named.has(bareWord(key)));
  const found = [...concepts, ...words, ...slips(a, b)].filter(({ weight }) => weight >= leastWeight);
  const all = found.length > 0 ? found : leaning(a, b, lexicon);
  return all
    .map(({ kind, a: left, b: right, term, weight }) => ({
      kind,
      term,
      weight: Math.round(weight * 10_000) / 10_000,
      inA: left.shown,
      inB: right.shown,
    }))
    .sort((left, right) => right.weight - left.weight || byText(left.term, right.term));
}

function sharedConcepts(a: Side, b: Side, lexicon: Lexicon): Sharing[] {
  const label = (key: string): string => lexicon.find(key)?.label ?? key;
  return a.concepts.flatMap((one) =>
    b.concepts.flatMap((other): Sharing[] => {
      const kinship = lexicon.kinship(lexicon.numberOf(one.key), lexicon.numberOf(other.key));
      const weight = one.weight * other.weight * kinship;
      if (one.key === other.key) return [{ kind: 'concept', a: one, b: other, term: label(one.key), weight }];
      // What both name themselves says more than what is near it.
      const isNamed = [one, other].some(({ key }) => has(a, key) && has(b, key));
      if (kinship < nearFrom || isNamed) return [];
      const term = [label(one.key), label(other.key)].sort(byText).join(' – ');
      return [{ kind: 'near', a: one, b: other, term, weight }];
    }),
  );
}

function sharedWords(a: Side, b: Side): Sharing[] {
  return [...a.words].flatMap(([key, one]): Sharing[] => {
    const other = b.words.get(key);
    if (!other) return [];
    const isPart = one.feature.kind === 'part' || other.feature.kind === 'part';
    return [
      {
        kind: isPart ? 'part' : 'word',
        a: one.feature,
        b: other.feature,
        term: isPart ? bareWord(key) : shorter(one.feature.shown, other.feature.shown),
        weight: one.weight * other.weight * (isPart ? partWorth : 1),
      },
    ];
  });
}

/** Words that both write alike need no guess at what was meant. */
function slips(a: Side, b: Side): Sharing[] {
  return [...slipsBetween(a.features, b.features)]
    .filter(({ one, other }) => !b.words.has(one.key) && !a.words.has(other.key))
    .map(({ one, other, likeness }): Sharing => {
      const term = shorter(one.shown, other.shown);
      return { kind: 'spelling', a: one, b: other, term, weight: likeness * (one.weight * other.weight) };
    });
}

/** The idea both lean to most, with the word of each side that points to it. */
function leaning(a: Side, b: Side, lexicon: Lexicon): Sharing[] {
  const others = leaningsOf(b.features, lexicon);
  const shared = leaningsOf(a.features, lexicon).map((weight, concept) => weight * (others[concept] ?? 0));
  for (const concept of heaviest(shared, shared.length)) {
    const [one, other] = [pointerTo(concept, a, lexicon), pointerTo(concept, b, lexicon)];
    // A text may lean to a concept through its kin alone; then no word of it shows why.
    if (!one || !other) continue;
    return [{ kind: 'leaning', a: one, b: other, term: lexicon.concepts[concept]?.label ?? '', weight: leaningWorth }];
  }
  return [];
}

function pointerTo(concept: number, side: Side, lexicon: Lexicon): Feature | null {
  const named = side.concepts.find(({ key }) => lexicon.kinship(lexicon.numberOf(key), concept) >= nearFrom);
  if (named) return named;
  let best: Feature | null = null;
  let most = 0;
  for (const { feature } of side.words.values()) {
    const word = bareWord(feature.key);
    const says = lexicon.associations(word).find((each) => each.concept === concept)?.weight ?? 0;
    const weight = feature.weight * says * rarityOf(word);
    if (weight > most) [best, most] = [feature, weight];
  }
  return best;
}

function has({ concepts }: Side, key: string): boolean {
  return concepts.some((concept) => concept.key === key);
}

function shorter(one: string, other: string): string {
  const [left, right] = [one.toLowerCase(), other.toLowerCase()];
  return left.length < right.length || (left.length === right.length && left < right) ? left : right;
}
