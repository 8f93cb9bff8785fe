import { byText } from './by-text';
import type { Lexicon } from './lexicon';
import { bareWord, rarityOf } from './profiles';
import type { Profile } from './profiles';
import { slipsBetween } from './signals';
import { stem } from './stem';
import { plain } from './tokens';
import type { Evidence, EvidenceKind, Feature } from './types';

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

/** What two texts share, with the words that carry it on each side; heaviest first. */
export function evidenceOf(a: Profile, b: Profile, lexicon: Lexicon): Evidence[] {
  const concepts = sharedConcepts(a, b, lexicon);
  const named = new Set(
    concepts.flatMap(({ a: one, b: other }) => [one, other].map((each) => stem(plain(each.shown)))),
  );
  const words = sharedWords(a, b).filter(({ a: { key } }) => !named.has(bareWord(key)));
  const found = [...concepts, ...words, ...slips(a, b)].filter(({ weight }) => weight >= leastWeight);
  const all = found.length > 0 ? found : leaning(a, b, lexicon);
  return all
    .map(({ kind, a: one, b: other, term, weight }) => ({
      kind,
      term,
      weight: Math.round(weight * 10_000) / 10_000,
      inA: one.shown,
      inB: other.shown,
    }))
    .sort((left, right) => right.weight - left.weight || byText(left.term, right.term));
}

function sharedConcepts(a: Profile, b: Profile, lexicon: Lexicon): Sharing[] {
  const label = (key: string): string => lexicon.find(key)?.label ?? key;
  return a.concepts.flatMap((one) =>
    b.concepts.flatMap((other): Sharing[] => {
      const kinship = lexicon.kinship(one.key, other.key);
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

function sharedWords(a: Profile, b: Profile): Sharing[] {
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
function slips(a: Profile, b: Profile): Sharing[] {
  return [...slipsBetween(a, b)]
    .filter(({ one, other }) => !b.words.has(one.key) && !a.words.has(other.key))
    .map(({ one, other, likeness }): Sharing => {
      const term = shorter(one.shown, other.shown);
      return { kind: 'spelling', a: one, b: other, term, weight: likeness * (one.weight * other.weight) };
    });
}

/** The idea both lean to most, with the word of each side that points to it. */
function leaning(a: Profile, b: Profile, lexicon: Lexicon): Sharing[] {
  const shared = [...a.leanings]
    .map(([id, weight]) => ({ id, weight: weight * (b.leanings.get(id) ?? 0) }))
    .filter(({ weight }) => weight > 0)
    .sort((left, right) => right.weight - left.weight || byText(left.id, right.id));
  for (const { id } of shared) {
    const [one, other] = [pointerTo(id, a, lexicon), pointerTo(id, b, lexicon)];
    // A text may lean to a concept through its kin alone; then no word of it shows why.
    if (!one || !other) continue;
    return [{ kind: 'leaning', a: one, b: other, term: lexicon.find(id)?.label ?? id, weight: leaningWorth }];
  }
  return [];
}

function pointerTo(id: string, profile: Profile, lexicon: Lexicon): Feature | null {
  let best: Feature | null = profile.concepts.find(({ key }) => lexicon.kinship(key, id) >= nearFrom) ?? null;
  let most = best ? Infinity : 0;
  for (const { feature } of profile.words.values()) {
    const word = bareWord(feature.key);
    const says = lexicon.associations(word).find(({ conceptId }) => conceptId === id)?.weight ?? 0;
    const weight = feature.weight * says * rarityOf(word);
    if (weight > most) [best, most] = [feature, weight];
  }
  return best;
}

function has({ concepts }: Profile, key: string): boolean {
  return concepts.some((concept) => concept.key === key);
}

function shorter(one: string, other: string): string {
  const [left, right] = [one.toLowerCase(), other.toLowerCase()];
  return left.length < right.length || (left.length === right.length && left < right) ? left : right;
}
