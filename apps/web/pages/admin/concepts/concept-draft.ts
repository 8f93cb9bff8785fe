import { conceptLimits } from '@kernagenda/matching/domain/concepts';
import type { ConceptInput, ConceptRef, ConceptView, UnrecognisedPoint } from '@kernagenda/matching/domain/concepts';
import { proposalKinds, themes } from '@kernagenda/proposals/domain';
import type { Faults } from '../form-state';
import { nl } from './nl';

/** A concept as it stands in its form: lists as lines, choices as they are in a select. */
export interface ConceptDraft {
  readonly label: string;
  readonly theme: string;
  readonly kind: string;
  readonly purchase: string;
  readonly unit: string;
  readonly terms: string;
  readonly ambiguous: string;
  readonly unless: string;
  readonly context: string;
  readonly near: readonly ConceptRef[];
  readonly related: readonly ConceptRef[];
}
export type ConceptField = keyof ConceptDraft;

export const emptyDraft: ConceptDraft = {
  label: '',
  theme: '',
  kind: '',
  purchase: '',
  unit: '',
  terms: '',
  ambiguous: '',
  unless: '',
  context: '',
  near: [],
  related: [],
};

const toLines = (words: readonly string[]): string => words.join('\n');
const toWords = (lines: string): string[] => lines.split('\n').filter((line) => line.trim());
const toIds = (refs: readonly ConceptRef[]): string[] => refs.map(({ id }) => id);

/** A concept that exists, as its form begins. */
export function draftOf(concept: ConceptView): ConceptDraft {
  const { label, theme, kind, purchase, unit, terms, ambiguous, unless, context, near, related } = concept;
  return {
    ...{ label, theme, kind, context, near, related },
    purchase: purchase ?? '',
    unit: unit ?? '',
    terms: toLines(terms),
    ambiguous: toLines(ambiguous),
    unless: toLines(unless),
  };
}

/** A concept for a point in which none was recognised, as far as the point says it. */
export function draftFrom({ title, theme, kind, words }: UnrecognisedPoint): ConceptDraft {
  return {
    ...emptyDraft,
    label: title.toLowerCase().slice(0, conceptLimits.label.max),
    theme: theme ?? '',
    kind: kind ?? '',
    terms: toLines(words),
  };
}

/** What is sent; null while a choice is missing that has no default. */
export function inputOf(draft: ConceptDraft): ConceptInput | null {
  const theme = themes.find((one) => one === draft.theme);
  const kind = proposalKinds.find((one) => one === draft.kind);
  if (!theme || !kind) return null;
  return {
    label: draft.label.trim(),
    theme,
    kind,
    purchase: draft.purchase || null,
    unit: draft.unit || null,
    terms: toWords(draft.terms),
    ambiguous: toWords(draft.ambiguous),
    unless: toWords(draft.unless),
    near: toIds(draft.near),
    related: toIds(draft.related),
    context: draft.context.trim(),
  };
}

const texts = ['label', 'terms', 'ambiguous', 'unless', 'context'] as const;

/** What a form lacks before it is worth sending; all other rules the API knows. */
export function draftFaults(draft: ConceptDraft): Faults<ConceptField> {
  const length = draft.label.trim().length;
  const isUnnamed = length < conceptLimits.label.min || length > conceptLimits.label.max;
  const marked = texts.filter((field) => /[<>]/.test(draft[field]));
  return {
    ...(isUnnamed ? { label: nl.faults.label } : {}),
    ...(toWords(draft.terms).length ? {} : { terms: nl.faults.terms }),
    ...(draft.theme ? {} : { theme: nl.faults.theme }),
    ...(draft.kind ? {} : { kind: nl.faults.kind }),
    ...Object.fromEntries(marked.map((field) => [field, nl.faults[field]])),
  };
}
