import { compareFeatures } from './compare';
import { readFeatures, villageWordsOf } from './features';
import type { Engine } from './types';

/** The matching engine of one municipality. The names of its villages never count as a resemblance. */
export function createEngine(options: { readonly villageNames: readonly string[] }): Engine {
  const villageWords = villageWordsOf(options.villageNames);
  return {
    features: (text) => readFeatures(text, villageWords),
    compare: compareFeatures,
  };
}
