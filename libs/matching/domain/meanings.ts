import { thresholds } from './model';
import type { Engine, Evidence, Feature, Features, Match } from './types';
import { withMeaning } from './vectors';
import type { MatchTier } from './views';

const sameMeaning = 'hetzelfde, in andere woorden';

/**
 * What two texts share by their words, knowing also how alike an embedding model finds them (`likeness`, from 0 to 1;
 * null when it does not know one of them). That may make them possible, never strong, and opposite wishes stay so.
 */
export function compareWithMeaning(engine: Engine, a: Features, b: Features, likeness: number | null): Match | null {
  const match = engine.compare(a, b);
  if (likeness === null) return match;
  const { isOpposite } = match ?? engine.judge(engine.profile(a), engine.profile(b), []);
  const found = match?.score ?? engine.rank(a, b);
  const score = Math.round(withMeaning(found, likeness) * 10_000) / 10_000;
  if (isOpposite || score === found) return match;
  const tier = match?.tier === 'strong' ? 'strong' : tierByMeaning(score);
  return tier && { score, tier, isOpposite, evidence: match?.evidence ?? inOtherWords(a, b) };
}

function tierByMeaning(score: number): MatchTier | null {
  if (score >= thresholds.possible) return 'possible';
  return score >= thresholds.related ? 'related' : null;
}

/** A model does not say why; what each text is about most is shown instead. */
function inOtherWords(a: Features, b: Features): Evidence[] {
  const [one, other] = [heaviest(a), heaviest(b)];
  if (!one || !other) return [];
  return [{ kind: 'meaning', term: sameMeaning, weight: 0, inA: one.shown, inB: other.shown }];
}

function heaviest({ items }: Features): Feature | null {
  return items.reduce<Feature | null>((best, item) => (best && best.weight >= item.weight ? best : item), null);
}
