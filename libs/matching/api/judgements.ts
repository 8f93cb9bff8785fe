import type { EntityManager } from 'typeorm';
import type { Actor } from '@kernagenda/identity/domain';
import { stemsOf } from '@kernagenda/matching/domain';
import type { DeclineReason, Features } from '@kernagenda/matching/domain';
import { judgeQuery, readTextsQuery, withdrawQuery } from './flags.queries';

/** What a person says of all pairs of a flag at once. */
export interface Said {
  readonly verdict: 'right' | 'wrong';
  readonly reason?: DeclineReason;
  readonly note?: string;
  readonly actor: Actor;
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
  { verdict, reason, note = '', actor, at }: Said,
): Promise<void> {
  const texts = await manager.query<{ id: string; villages: string[]; features: Features }[]>(readTextsQuery, [
    points.map(({ proposalId }) => proposalId),
  ]);
  const read = texts.map(({ features, ...text }) => ({ ...text, stems: stemsOf(features) }));
  await manager.query(judgeQuery, [JSON.stringify(read), id, verdict, reason ?? null, note, actor.personId, at]);
}

/** Takes back that the pairs of a flag do not belong together. */
export async function withdraw(manager: EntityManager, flagId: string, at: Date): Promise<void> {
  await manager.query(withdrawQuery, [flagId, at]);
}
