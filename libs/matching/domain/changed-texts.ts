import { byText } from './by-text';
import type { Features } from './types';

/** A text is another one when more than one in so many of its stems is. */
const oneIn = 5;

/** The stems of a text, each once and in order: what is remembered of it with a judgement. */
export function stemsOf({ items }: Features): string[] {
  const stems = items.filter(({ kind }) => kind === 'word').map(({ key }) => key.replace(/#.*/, ''));
  return [...new Set(stems)].sort(byText);
}

/** Whether a text became another one: more than a fifth of the stems of both is not shared (Jaccard distance). */
export function hasMateriallyChanged(before: readonly string[], after: readonly string[]): boolean {
  const [were, are] = [new Set(before), new Set(after)];
  const all = new Set([...were, ...are]).size;
  const shared = [...were].filter((stem) => are.has(stem)).length;
  return (all - shared) * oneIn > all;
}
