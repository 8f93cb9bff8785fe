import type { EntityManager } from 'typeorm';
import { stemsOf } from '@kernagenda/matching/domain';
import type { DeclinedReason, Features } from '@kernagenda/matching/domain';
import { judgeQuery, readTextsQuery, withdrawQuery } from './flags.queries';

/** What a person says of all pairs of a flag at once. */
export interface Said {
  readonly verdict: 'right' | 'wrong';
  readonly reason?: DeclinedReason;
  readonly note?: string;
  /** Null when the system said it. */
  readonly personId: string | null;
  readonly at: Date;
}

interface JudgedFlag {
  readonly id: string;
  readonly points: readonly { readonly proposalId: string }[];
}

/** Remembers each pair of points of different villages, with the stems of both texts as they are now. */
export async function judge(
  manager: EntityManager,
  { id, points }: JudgedFlag,
  { verdict, reason, note = '', personId, at }: Said,
): Promise<void> {
  const texts = await manager.query<{ id: string; villages: string[]; features: Features }[]>(readTextsQuery, [
    points.map(({ proposalId }) => proposalId),
  ]);
  const read = texts.map(({ features, ...text }) => ({ ...text, stems: stemsOf(features) }));
  await manager.query(judgeQuery, [JSON.stringify(read), id, verdict, reason ?? null, note, personId, at]);
}

/** Takes back that the pairs of a flag do not belong together. */
export async function withdraw(manager: EntityManager, flagId: string, at: Date): Promise<void> {
  await manager.query(withdrawQuery, [flagId, at]);
}
