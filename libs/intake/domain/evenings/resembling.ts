const common = new Set(
  (
    'aan alle als altijd bij daar dan dat de deze die dit door dorp een eens er ergens graag had heel het hier hun ' +
    'iets in is kan kern kom komt kunnen langs maar maken mag meer met mijn moet moeten naar niet nog nu of om onder ' +
    'ons onze ook op over plaats plek te tegen toch tot tussen uit van veel vlak voor waar wat weer wel we wij wil ' +
    'willen wordt worden zal ze zijn zo zou zonder nieuw nieuwe beter betere extra mooi mooie'
  ).split(' '),
);

/** The beginning of a word carries it: "bankjes" and "bank" meet, and so do "speeltuin" and "speelplek" not. */
const rootOf = (word: string): string =>
  word
    .replace(/(?:jes|tjes|pjes)$/, '')
    .replace(/(?:je|en|s)$/, '')
    .replace(/([aeou])\1/, '$1')
    .replace(/([^aeiou])\1$/, '$1');

function rootsOf(text: string): ReadonlySet<string> {
  const plain = text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
  const words = plain.match(/\p{L}{3,}/gu) ?? [];
  return new Set(words.filter((word) => !common.has(word)).map(rootOf));
}

const enough = 0.5;

/**
 * The notes that seem to say what a text says, the nearest first: half of the words of the shorter of the two come
 * back. A hint for who writes, made without the server; whether it is the same, a person says.
 */
export function resembling<Note extends { readonly text: string }>(
  text: string,
  notes: readonly Note[],
): readonly Note[] {
  const wanted = rootsOf(text);
  if (wanted.size === 0) return [];
  const scored = notes.map((note) => {
    const roots = rootsOf(note.text);
    const shared = [...roots].filter((root) => wanted.has(root)).length;
    return { note, score: shared / Math.max(1, Math.min(wanted.size, roots.size)) };
  });
  return scored
    .filter(({ score }) => score >= enough)
    .sort((one, other) => other.score - one.score)
    .map(({ note }) => note);
}
