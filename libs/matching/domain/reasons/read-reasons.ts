import type { EvidenceView, ReasonView } from '../views';

const shown = { reasons: 3, words: 3 } as const;

/** Of one pair of points, heaviest first as its evidence. */
export const reasonsOfPair = (evidence: readonly EvidenceView[]): readonly ReasonView[] =>
  evidence.map(({ term, inThis, inOther }) => ({ term, words: [inThis, inOther] }));

/** What people read of them: at most three, without terms and words that only repeat what is said already. */
export function withoutRepeats(reasons: readonly ReasonView[]): readonly ReasonView[] {
  const kept: { readonly term: string; readonly words: string[] }[] = [];
  const isSaid = (words: string): boolean =>
    repeats(words, kept.map((reason) => [reason.term, ...reason.words].join(' ')).join(' '));
  for (const { term } of reasons) if (kept.length < shown.reasons && !isSaid(term)) kept.push({ term, words: [] });
  for (const { term, words } of reasons) {
    const own = kept.find((reason) => reason.term === term);
    for (const word of words) {
      if (own && own.words.length < shown.words && !isSaid(word)) own.words.push(asInASentence(word));
    }
  }
  return kept;
}

const asInASentence = (word: string): string => (word === word.toUpperCase() ? word : word.toLowerCase());

/** "Bankjes" repeats "bank", and "hard rijden" repeats "te hard rijden". */
function repeats(words: string, others: string): boolean {
  const known = bareWords(others);
  return bareWords(words).every((word) => known.some((other) => isSameWord(word, other)));
}

const endings = /^(?:e|n|en|er|s|etje|je|tje|pje)?s?$/;

// The engine knows better what belongs together; its tables would weigh on every public page.
function isSameWord(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return long.startsWith(short) && endings.test(long.slice(short.length));
}

/** So that "boom" begins "bomen", "toestel" begins "toestellen" and "huis" begins "huizen". */
const bareWords = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/['’\p{M}]/gu, '')
    .replaceAll('z', 's')
    .replaceAll('v', 'f')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .map((word) => word.replace(/([^i])\1/g, '$1'));
