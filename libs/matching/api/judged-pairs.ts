import type { EntityManager } from 'typeorm';
import { hasMateriallyChanged, stemsOf } from '@kernagenda/matching/domain';
import type { DeclineReason, Features } from '@kernagenda/matching/domain';
import { judgedPairsQuery } from './flags.queries';

/** A public text as people judged it. */
export interface JudgedText {
  readonly id: string;
  readonly village: string;
  readonly title: string;
  readonly body: string;
}

/** What people said last of two texts. */
export interface JudgedPair {
  readonly a: JudgedText;
  readonly b: JudgedText;
  readonly verdict: 'right' | 'wrong';
  readonly reason: DeclineReason | null;
}

interface Row extends JudgedPair {
  readonly aStems: readonly string[];
  readonly bStems: readonly string[];
  readonly aFeatures: Features;
  readonly bFeatures: Features;
}

/** All pairs people judged, to learn from: of texts that are public now and not materially others than were judged. */
export async function readJudgedPairs(manager: EntityManager): Promise<JudgedPair[]> {
  const rows = await manager.query<Row[]>(judgedPairsQuery);
  return rows
    .filter(
      ({ aStems, aFeatures, bStems, bFeatures }) =>
        !hasMateriallyChanged(aStems, stemsOf(aFeatures)) && !hasMateriallyChanged(bStems, stemsOf(bFeatures)),
    )
    .map(({ a, b, verdict, reason }) => ({ a, b, verdict, reason }));
}
