import { proposalKinds, themes } from '@kernagenda/proposals/domain';
import { oneLine } from '@kernagenda/shared/domain';
import type { FieldError } from '@kernagenda/shared/domain';
import { byText } from './by-text';
import { conceptLimits as limits, conceptUnits, purchaseGroups } from './concepts';
import type { ConceptInput, ConceptRef } from './concepts';
import { stemsOf } from './lexicon';
import { plain } from './tokens';
import type { Concept, Features } from './types';

/** The concepts that come with Kernagenda with those of the municipality over them, and its own behind them. */
export function mergeConcepts(shipped: readonly Concept[], changed: readonly Concept[]): readonly Concept[] {
  const over = new Map([...changed].sort((a, b) => byText(a.id, b.id)).map((concept) => [concept.id, concept]));
  const merged = shipped.map((concept) => over.get(concept.id) ?? concept);
  for (const { id } of shipped) over.delete(id);
  return [...merged, ...over.values()];
}

/** Whether a text was read without recognising what it is about. */
export function isConceptless({ items }: Features): boolean {
  return items.every(({ kind }) => kind !== 'concept');
}

/** Begins with a mark of its own, so that a concept of a later version of Kernagenda never has the same. */
export function ownConceptId(label: string, taken: ReadonlySet<string>): string {
  const slug = plain(label)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const wanted = `own-${slug || 'concept'}`;
  let id = wanted;
  for (let number = 2; taken.has(id); number++) id = `${wanted}-${number}`;
  return id;
}

/** A concept as it is kept: one line each, nothing twice, and a word of two meanings spelled as its term is. */
export function tidyConcept(input: ConceptInput): ConceptInput {
  const terms = tidyList(input.terms);
  const spelling = new Map(terms.map((term) => [keyOf(term), term]));
  return {
    label: oneLine(input.label),
    theme: input.theme,
    kind: input.kind,
    purchase: input.purchase,
    unit: input.unit,
    terms,
    ambiguous: tidyList(input.ambiguous.map((term) => spelling.get(keyOf(oneLine(term))) ?? term)),
    unless: tidyList(input.unless),
    near: [...new Set(input.near)],
    related: [...new Set(input.related)],
    context: oneLine(input.context),
  };
}

type Rule = readonly [pointer: string, isWrong: boolean, detail: string];

/**
 * What is wrong with a tidy concept, each with a pointer to its field; none when it can be kept.
 * @param id of the concept itself, which is not akin to itself
 * @param others all concepts there are
 */
export function conceptFaults(concept: ConceptInput, id: string, others: readonly ConceptRef[]): FieldError[] {
  const ids = new Set(others.map((other) => other.id).filter((other) => other !== id));
  const stems = new Set(concept.terms.map(keyOf));
  const strangers = (kin: readonly string[]): boolean => kin.some((each) => !ids.has(each));
  const both = concept.near.filter((each) => concept.related.includes(each));
  const rules: readonly Rule[] = [
    ['/label', isOutside(concept.label.length, limits.label), `A name has ${span(limits.label)} characters.`],
    ['/label', isMarkup(concept.label), 'A name holds no < or >.'],
    ['/theme', !themes.includes(concept.theme), `A theme is one of ${themes.join(', ')}.`],
    ['/kind', !proposalKinds.includes(concept.kind), `A kind is one of ${proposalKinds.join(', ')}.`],
    ['/purchase', !isNullOr(purchaseGroups, concept.purchase), 'This is no group of purchases.'],
    ['/unit', !isNullOr(conceptUnits, concept.unit), `A unit is one of ${conceptUnits.join(', ')}.`],
    ['/terms', isOutside(concept.terms.length, limits.terms), `A concept has ${span(limits.terms)} terms.`],
    ...wordFaults('/terms', concept.terms),
    ['/ambiguous', concept.ambiguous.length > limits.ambiguous.max, `At most ${limits.ambiguous.max}.`],
    [
      '/ambiguous',
      concept.ambiguous.some((term) => !stems.has(keyOf(term))),
      'A word with a second meaning is one of the terms.',
    ],
    ['/unless', concept.unless.length > limits.unless.max, `At most ${limits.unless.max}.`],
    ...wordFaults('/unless', concept.unless),
    ['/near', concept.near.length > limits.near.max, `At most ${limits.near.max}.`],
    ['/near', strangers(concept.near), 'Each is the id of another concept.'],
    ['/related', concept.related.length > limits.related.max, `At most ${limits.related.max}.`],
    ['/related', strangers(concept.related), 'Each is the id of another concept.'],
    ['/related', both.length > 0, 'A concept is near or related, not both.'],
    ['/context', concept.context.length > limits.context.max, `At most ${limits.context.max} characters.`],
    ['/context', isMarkup(concept.context), 'Words of stories hold no < or >.'],
  ];
  return rules.filter(([, isWrong]) => isWrong).map(([pointer, , detail]) => ({ pointer, detail }));
}

function wordFaults(pointer: string, words: readonly string[]): readonly Rule[] {
  return [
    [pointer, words.some((word) => word.length > limits.term.max), `Each has at most ${limits.term.max} characters.`],
    [pointer, words.some(isMarkup), 'Each is plain text without < or >.'],
    [pointer, words.some((word) => stemsOf(word).length === 0), 'Each holds a letter or a number.'],
  ];
}

function tidyList(words: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const word of words.map(oneLine)) {
    const key = plain(word);
    if (word && !seen.has(key)) seen.set(key, word);
  }
  return [...seen.values()];
}

/** Terms that are found by the same stems are one. */
function keyOf(term: string): string {
  return stemsOf(term).join(' ');
}

const isMarkup = (text: string): boolean => /[<>]/.test(text);
const isNullOr = (known: readonly string[], value: string | null): boolean => value === null || known.includes(value);
const isOutside = (value: number, { min, max }: { readonly min: number; readonly max: number }): boolean =>
  value < min || value > max;
const span = ({ min, max }: { readonly min: number; readonly max: number }): string => `${min} to ${max}`;
