import type { AgendaState, ProposalKind, Theme } from '@kernagenda/proposals/domain';
import { themes } from '@kernagenda/proposals/domain';
import { shippedConcepts } from './shipped-lexicon';
import type { Features } from './types';
import type { Benefit } from './views';

/** A point as far as it says what villages win by doing it together. */
export interface BenefitSide {
  readonly villages: readonly string[];
  readonly agendaState: AgendaState;
  /** As its author chose, or null. */
  readonly kind: ProposalKind | null;
  readonly theme: Theme;
  readonly features: Features;
}

/** What is bought as a thing, so that more of it is cheaper; services and works are rather done together. */
const things = new Set(
  (
    'audio-visual bicycles books-games charging-points clothing energy-generation energy-storage fire-safety furniture ' +
    'heating ict-hardware insulation kitchen medical-devices planting play-equipment sanitary security-equipment ' +
    'software sports-equipment street-furniture street-lighting tools-machines traffic-measurement traffic-signs ' +
    'vehicles waste-bins'
  ).split(' '),
);
const boughtConcepts = new Set(
  shippedConcepts
    .filter(({ kind, purchase }) => kind === 'good' || (kind === 'works' && purchase !== null && things.has(purchase)))
    .map(({ id }) => id),
);

const begun: readonly AgendaState[] = ['in_progress', 'done'];
const ended: readonly AgendaState[] = ['done', 'not_feasible', 'merged', 'withdrawn'];

/**
 * What villages win by it. Buying: at least two have to begin, and most of what they ask is a thing. Learning: otherwise,
 * when one of them is at work or done. Doing it together: all else.
 */
export function benefitOf(sides: readonly BenefitSide[]): Benefit {
  const waiting = sides.filter(({ agendaState }) => !begun.includes(agendaState) && !ended.includes(agendaState));
  const bought = waiting.filter(isBought).length;
  if (bought * 2 > waiting.length && new Set(waiting.flatMap(({ villages }) => villages)).size > 1) return 'buying';
  return sides.some(({ agendaState }) => begun.includes(agendaState)) ? 'learning' : 'doing';
}

/** What the author chose counts; works may be no more than putting a thing in its place, and the text tells. */
function isBought({ kind, features }: BenefitSide): boolean {
  if (kind === 'good') return true;
  if (kind === 'social' || kind === 'policy' || kind === 'service') return false;
  const concepts = features.items.filter((item) => item.kind === 'concept');
  const [top] = [...concepts].sort((a, b) => b.weight - a.weight);
  return top !== undefined && boughtConcepts.has(top.key);
}

/** The theme most points have; of equals the first of the list, and "other" last. */
export function themeOf(points: readonly { readonly theme: Theme }[]): Theme {
  const count = (theme: Theme): number => points.filter((point) => point.theme === theme).length;
  return themes.reduce((best, theme) => (count(theme) > count(best) ? theme : best));
}
