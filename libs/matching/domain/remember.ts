const rememberAtMost = 50_000;

/** Computes once per word and keeps the answer, for so many words that strange input cannot fill the memory. */
export function remember<T>(compute: (word: string) => T): (word: string) => T {
  const answers = new Map<string, { readonly value: T }>();
  return (word) => {
    const known = answers.get(word);
    if (known) return known.value;
    const value = compute(word);
    if (answers.size < rememberAtMost) answers.set(word, { value });
    return value;
  };
}
