import { previewOf } from '@kernagenda/matching/domain';
import type { Concept, MatchTier, PointPair, PreviewPoint } from '@kernagenda/matching/domain';
import { previewLimits } from '@kernagenda/matching/domain/concepts';
import type { FlagChange, LexiconPreviewView, PreviewMemberView } from '@kernagenda/matching/domain/concepts';
import type { VillageRef } from '@kernagenda/villages/domain';
import { readLexicon } from '../kept-lexicon';
import { previewPointsQuery } from '../lexicon.queries';
import { readRefused } from '../suggestions';
import type { Asking } from '../suggestions';
import { linksQuery } from '../suggestions.queries';

interface KnownPoint extends PreviewPoint {
  readonly village: VillageRef;
}

interface KnownPair {
  readonly a: string;
  readonly b: string;
  readonly score: number;
  readonly tier: MatchTier;
}

/** What would change in all that is public if a concept were like this. Takes seconds where there are thousands of points. */
export async function previewConcept(source: Asking, changed: Concept): Promise<LexiconPreviewView> {
  const { concepts } = await readLexicon(source);
  const villages = await source.query<{ name: string }[]>('select name from village_public order by name');
  const points = await source.query<KnownPoint[]>(previewPointsQuery);
  const byId = new Map(points.map((point) => [point.id, point]));
  const pairs = await source.query<KnownPair[]>(linksQuery, [[...byId.keys()]]);
  const { readings, clusters } = previewOf({
    villageNames: villages.map(({ name }) => name),
    concepts,
    changed,
    points,
    pairs: pairs.map(({ a, b, score, tier }): PointPair => ({ a, b, match: { score, tier } })),
    refused: await readRefused(source, byId),
  });
  const members = (ids: readonly string[]): PreviewMemberView[] =>
    ids.flatMap((id) => {
      const point = byId.get(id);
      return point ? [{ proposalId: id, title: point.title, village: point.village }] : [];
    });
  const count = (wanted: FlagChange): number => clusters.filter(({ change }) => change === wanted).length;
  return {
    pointCount: readings.length,
    points: readings
      .slice(0, previewLimits.points)
      .flatMap(({ id, before, after }) => members([id]).map((member) => ({ ...member, before, after }))),
    flagCounts: { appears: count('appears'), grows: count('grows'), shrinks: count('shrinks'), goes: count('goes') },
    flags: clusters
      .slice(0, previewLimits.flags)
      .map(({ change, label, joined, left }) => ({ change, label, joined: members(joined), left: members(left) })),
  };
}
