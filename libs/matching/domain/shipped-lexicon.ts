import careSafety from './lexicon/care-safety.json' with { type: 'json' };
import communityCulture from './lexicon/community-culture.json' with { type: 'json' };
import greenWater from './lexicon/green-water.json' with { type: 'json' };
import housingClimate from './lexicon/housing-climate.json' with { type: 'json' };
import mobilityAccess from './lexicon/mobility-access.json' with { type: 'json' };
import publicSpace from './lexicon/public-space.json' with { type: 'json' };
import sportRecreation from './lexicon/sport-recreation.json' with { type: 'json' };
import trafficSafety from './lexicon/traffic-safety.json' with { type: 'json' };
import { createLexicon } from './lexicon';
import type { Lexicon } from './lexicon';
import type { Concept } from './types';

/** The concepts that come with Kernagenda, by field. */
export const shippedConcepts = [
  ...trafficSafety,
  ...mobilityAccess,
  ...publicSpace,
  ...greenWater,
  ...sportRecreation,
  ...housingClimate,
  ...careSafety,
  ...communityCulture,
] as readonly Concept[];

let lexicon: Lexicon | null = null;

/** The lexicon of these concepts, read at the first question: a process that matches nothing does not wait for it. */
export function shippedLexicon(): Lexicon {
  return (lexicon ??= createLexicon(shippedConcepts));
}
