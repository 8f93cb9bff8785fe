/** Parts of a sentence; what stands between them comes from the texts themselves. */
export const nl = {
  /** Ends in a blank. */
  about: (points: number) => (points > 2 ? 'Alle gaan over ' : 'Beide gaan over '),
  words: (words: readonly string[]) => ` (${words.join(', ')})`,
  comma: ', ',
  and: ' en ',
  end: '.',
};
