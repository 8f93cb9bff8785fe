import model from './data/model.json' with { type: 'json' };
import { signalNames } from './signals';
import type { Signals } from './signals';
import type { MatchTier } from './views';

const leastStep = 0.0001;

/** How much each signal counts, for texts in which both sides have a sure concept and for others. */
interface Weights {
  readonly bias: number;
  readonly signals: Signals;
}

/** From which probability a resemblance is shown, and from which it may disturb people. */
export const thresholds: { readonly related: number; readonly possible: number; readonly strong: number } =
  model.thresholds;
const weights: { readonly sure: Weights; readonly unsure: Weights } = model;

/** The probability that a broker would put two texts together: logistic regression, made by `npm run match:train`. */
export function probability(signals: Signals, areSure: boolean): number {
  const { bias, signals: each } = areSure ? weights.sure : weights.unsure;
  const sum = signalNames.reduce((total, name) => total + each[name] * signals[name], bias);
  return 1 / (1 + Math.exp(-sum));
}

/**
 * Strong matches disturb people, so one sign is not enough: what they are about has to be the same, and words of their
 * own have to bear it out. A list of everything (`isList`) is never strong.
 */
export function tierOf(score: number, signals: Signals, isList: boolean): MatchTier | null {
  if (score < thresholds.related) return null;
  if (score < thresholds.possible) return 'related';
  return !isList && score >= thresholds.strong && kindsOfEvidence(signals) >= 2 ? 'strong' : 'possible';
}

/** Opposite wishes stand below every possible match, in their own order. */
export function opposed(score: number): number {
  return score * (thresholds.possible - leastStep);
}

function kindsOfEvidence(signals: Signals): number {
  return [
    // A text about everything shares its subject with everybody, and little of it with each.
    Math.max(signals.sameTop, signals.kinTop, signals.titleConcept) >= 0.4 && signals.kinCosine >= 0.25,
    signals.leaningCosine >= 0.5,
    signals.rarestWord >= 0.3,
    signals.titleCosine >= 0.6,
  ].filter(Boolean).length;
}
