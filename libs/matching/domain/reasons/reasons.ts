import { byText } from '../by-text';
import type { EvidenceView, ReasonView } from '../views';

const shown = { reasons: 3, words: 4 } as const;

interface Tally {
  weight: number;
  readonly words: Map<string, { count: number; readonly shown: string }>;
}

/**
 * Why points belong together, from the evidence of each of their pairs (heaviest first, as it is stored): the ideas most
 * pairs share, at most three, each with the words most used for it.
 */
export function reasonsOf(pairs: readonly (readonly EvidenceView[])[]): ReasonView[] {
  const tallies = new Map<string, Tally>();
  for (const evidence of pairs) {
    evidence.forEach(({ term, inThis, inOther }, place) => {
      const tally: Tally = tallies.get(term) ?? { weight: 0, words: new Map() };
      tallies.set(term, tally);
      tally.weight += 1 / (place + 1);
      for (const word of [inThis, inOther]) {
        const known = tally.words.get(word.toLowerCase());
        if (known) known.count += 1;
        else if (word) tally.words.set(word.toLowerCase(), { count: 1, shown: word });
      }
    });
  }
  return [...tallies]
    .sort(([term, a], [other, b]) => b.weight - a.weight || byText(term, other))
    .slice(0, shown.reasons)
    .map(([term, { words }]) => ({
      term,
      words: [...words]
        .sort(([word, a], [other, b]) => b.count - a.count || byText(word, other))
        .slice(0, shown.words)
        .map(([, word]) => word.shown),
    }));
}
