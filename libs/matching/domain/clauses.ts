import type { Token } from './tokens';

/** A part of a sentence between commas, with the words it holds. */
export interface Clause {
  readonly from: number;
  readonly end: number;
  readonly words: ReadonlySet<string>;
}

/** For each token the clause it stands in; every clause is made once. */
export function clausesOf(tokens: readonly Token[]): readonly Clause[] {
  const clauses: Clause[] = [];
  for (let from = 0; from < tokens.length;) {
    const words = new Set<string>();
    let end = from;
    for (; end < tokens.length && tokens[end]?.sentence === tokens[from]?.sentence; end++) {
      words.add(tokens[end]?.word ?? '');
    }
    const clause = { from, end, words };
    for (let at = from; at < end; at++) clauses.push(clause);
    from = end;
  }
  return clauses;
}

/** Whether a clause holds one of these words. */
export function holds(clause: Clause | undefined, words: ReadonlySet<string>): boolean {
  if (!clause) return false;
  const [fewer, more] = clause.words.size < words.size ? [clause.words, words] : [words, clause.words];
  for (const word of fewer) if (more.has(word)) return true;
  return false;
}
