import { randomUUID } from 'node:crypto';
import {
  benefitOf,
  cluster,
  hasMateriallyChanged,
  keepIdentities,
  stemsOf,
  themeOf,
} from '@kernagenda/matching/domain';
import type {
  Benefit,
  BenefitSide,
  Cluster,
  ClusterPoint,
  Engine,
  MatchTier,
  PointPair,
} from '@kernagenda/matching/domain';
import { amsterdamDay } from '@kernagenda/shared/domain';
import type { Theme } from '@kernagenda/proposals/domain';
import {
  addFlagsQuery,
  addMembersQuery,
  changeFacetsQuery,
  changeFlagsQuery,
  flagsOfPointQuery,
  freePointsQuery,
  judgementsQuery,
  linksQuery,
  lockFlagsQuery,
  membersQuery,
  neighbourhoodQuery,
  removeFlagsQuery,
  removeMembersQuery,
  wholeQuery,
} from './suggestions.queries';

/** Who asks the database within a transaction: an `EntityManager`, or a client of a worker that answers the rows. */
export interface Asking {
  query<Rows>(text: string, values?: unknown[]): Promise<Rows>;
}

export interface SuggestOptions {
  readonly at: Date;
  readonly label: Engine['label'];
  /** Points that came, went or changed; null gathers everything again. */
  readonly touched: readonly string[] | null;
}

type Point = ClusterPoint & BenefitSide & { readonly id: string };

interface Facets {
  readonly theme: Theme;
  readonly benefit: Benefit;
}

interface SuggestedFlag extends Facets {
  readonly id: string;
  readonly label: string;
  readonly members: readonly string[];
}

interface SaidOfPair {
  readonly a: string;
  readonly b: string;
  readonly verdict: 'right' | 'wrong';
  readonly aStems: readonly string[];
  readonly bStems: readonly string[];
}

/**
 * Gathers points into suggested flags again, around those that were touched. Only suggested flags change: what is
 * snoozed, introduced or further keeps its members, and they are not gathered into another flag meanwhile. Points that a
 * person refused to put together stay apart until one of their texts materially changed. One caller at a time.
 */
export async function suggestAgain(db: Asking, { at, label, touched }: SuggestOptions): Promise<void> {
  const day = amsterdamDay(at);
  const [around] = await (touched
    ? db.query<Neighbourhood[]>(neighbourhoodQuery, [touched, day])
    : db.query<Neighbourhood[]>(wholeQuery, [day]));
  if (!around || (around.pointIds.length === 0 && around.flagIds.length === 0)) return;
  // Locked before anything is read of them: a decision of this moment is heard, or waits.
  const flags = await lockFlags(db, around.flagIds, day);
  const points = new Map(
    (await db.query<Point[]>(freePointsQuery, [around.pointIds, day])).map((point) => [point.id, point]),
  );
  const ids = [...points.keys()];
  const links = await db.query<{ a: string; b: string; score: number; tier: MatchTier }[]>(linksQuery, [ids]);
  const pairs = links.map(({ a, b, score, tier }): PointPair => ({ a, b, match: { score, tier } }));
  const clusters = cluster(pairs, [...points.values()], label, await readRefused(db, points));
  await write(db, at, flags, clusters, points);
}

/** Says anew what villages win by the flags that hold a point which moved on its agenda. @returns those that changed */
export async function describeFlagsOf(db: Asking, pointId: string): Promise<readonly string[]> {
  const rows = await db.query<(Point & { readonly flagId: string })[]>(flagsOfPointQuery, [pointId]);
  const flagIds = [...new Set(rows.map(({ flagId }) => flagId))];
  const facets = flagIds.map((id) => facetsOf(rows.filter(({ flagId }) => flagId === id)));
  const columns = [facets.map(({ theme }) => theme), facets.map(({ benefit }) => benefit)];
  const changed = await db.query<{ id: string }[]>(changeFacetsQuery, [flagIds, ...columns]);
  return changed.map(({ id }) => id);
}

interface Neighbourhood {
  readonly pointIds: readonly string[];
  readonly flagIds: readonly string[];
}

async function lockFlags(db: Asking, ids: readonly string[], day: string): Promise<SuggestedFlag[]> {
  const flags = await db.query<Omit<SuggestedFlag, 'members'>[]>(lockFlagsQuery, [ids, day]);
  const members = await db.query<{ id: string; members: string[] }[]>(membersQuery, [flags.map(({ id }) => id)]);
  return flags.map((flag) => ({ ...flag, members: members.find(({ id }) => id === flag.id)?.members ?? [] }));
}

/** The pairs of these points of which a person said that they are not alike, while both texts are what they were. */
export async function readRefused(
  db: Asking,
  points: ReadonlyMap<string, Pick<Point, 'features'>>,
): Promise<readonly Pick<PointPair, 'a' | 'b'>[]> {
  const said = await db.query<SaidOfPair[]>(judgementsQuery, [[...points.keys()]]);
  const isSame = (id: string, stems: readonly string[]): boolean => {
    const point = points.get(id);
    return point !== undefined && !hasMateriallyChanged(stems, stemsOf(point.features));
  };
  return said.filter(
    ({ a, b, verdict, aStems, bStems }) => verdict === 'wrong' && isSame(a, aStems) && isSame(b, bStems),
  );
}

function facetsOf(points: readonly BenefitSide[]): Facets {
  return { theme: themeOf(points), benefit: benefitOf(points) };
}

async function write(
  db: Asking,
  at: Date,
  flags: readonly SuggestedFlag[],
  clusters: readonly Cluster[],
  points: ReadonlyMap<string, Point>,
): Promise<void> {
  const known = new Map(flags.map((flag) => [flag.id, flag]));
  const { kept, gone } = keepIdentities(flags, clusters);
  const all = kept.map(({ cluster: { label, points: members }, flagId }) => {
    const before = flagId === null ? null : (known.get(flagId) ?? null);
    return {
      id: flagId ?? randomUUID(),
      label,
      members,
      before,
      ...facetsOf(members.flatMap((id) => points.get(id) ?? [])),
      hasGrown: members.some((id) => !before?.members.includes(id)),
      isOther: before?.members.join() !== members.join(),
    };
  });
  const columns = (of: typeof all): unknown[] => [
    of.map(({ id }) => id),
    of.map(({ label }) => label),
    of.map(({ theme }) => theme),
    of.map(({ benefit }) => benefit),
  ];
  const added = all.filter(({ before }) => before === null);
  const changed = all.filter(
    ({ before, isOther, label, theme, benefit }) =>
      before && (isOther || before.label !== label || before.theme !== theme || before.benefit !== benefit),
  );
  const others = all.filter(({ isOther }) => isOther);
  if (gone.length > 0) await db.query(removeFlagsQuery, [gone]);
  if (added.length > 0) await db.query(addFlagsQuery, [...columns(added), at]);
  if (changed.length > 0) {
    const flags = [changed.map(({ isOther }) => isOther), changed.map(({ hasGrown }) => hasGrown)];
    await db.query(changeFlagsQuery, [...columns(changed), ...flags]);
  }
  if (others.length === 0) return;
  await db.query(removeMembersQuery, [others.map(({ id }) => id)]);
  await db.query(addMembersQuery, [
    others.flatMap(({ id, members }) => members.map(() => id)),
    others.flatMap(({ members }) => members),
  ]);
}
