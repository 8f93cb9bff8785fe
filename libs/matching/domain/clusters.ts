import { byText } from './by-text';
import type { Engine, Features, Match } from './types';

export interface ClusterPoint {
  readonly id: string;
  /** More than one when villages share the point. */
  readonly villages: readonly string[];
  readonly features: Features;
}

export interface PointPair {
  readonly a: string;
  readonly b: string;
  readonly match: Pick<Match, 'score' | 'tier'>;
}

/** Points of at least two villages that want the same. */
export interface Cluster {
  /** As a person would read it: "Klompenpad". */
  readonly label: string;
  /** Sorted ids. */
  readonly points: readonly string[];
  /** Sorted villages. */
  readonly villages: readonly string[];
  /** Mean score over all pairs of different villages, from 0 to 1. */
  readonly strength: number;
}

interface Link {
  /** Of the scores of all its pairs, in whole units: adding fractions would depend on the order. */
  readonly sum: number;
  /** Of points of different villages; points of one village are never compared, so they neither help nor hinder. */
  readonly pairs: number;
  /** A person said that two of its points do not belong together. */
  readonly isRefused: boolean;
}

interface Group {
  readonly id: string;
  readonly members: readonly ClusterPoint[];
  readonly links: Map<Group, Link>;
  nearest: Group | null;
}

/** Two groups join only while their points resemble each other on average, so a chain of neighbours never becomes one topic. */
const leastMeanScore = 0.42;
const unitsPerScore = 10_000;

/**
 * Gathers pairs into topics: average linkage over pairs of different villages, and every cluster holds a strong pair.
 * Points of a pair in `refused` never come into one cluster. The same pairs give the same clusters in whatever order they
 * come. Largest first.
 */
export function cluster(
  pairs: readonly PointPair[],
  points: readonly ClusterPoint[],
  label: Engine['label'],
  refused: readonly Pick<PointPair, 'a' | 'b'>[] = [],
): Cluster[] {
  const groups = new Map<string, Group>(
    [...points]
      .sort(byId)
      .map((point) => [point.id, { id: point.id, members: [point], links: new Map<Group, Link>(), nearest: null }]),
  );
  const sorted = [...pairs].sort((left, right) => byText(pairKey(left), pairKey(right)));
  for (const { a, b } of refused) {
    const left = groups.get(a);
    const right = groups.get(b);
    if (left && right && left !== right) connect(left, right, { sum: 0, pairs: 1, isRefused: true });
  }
  const linked = new Set<Group>();
  const pairsFrom = new Map<string, PointPair[]>();
  for (const pair of sorted) {
    const { a, b, match } = pair;
    const left = groups.get(a);
    const right = groups.get(b);
    if (!left || !right || left === right || sharesVillage(left.members[0], right.members[0])) continue;
    if (left.links.has(right)) continue;
    pairsFrom.set(a, [...(pairsFrom.get(a) ?? []), pair]);
    connect(left, right, { sum: inUnits(match.score), pairs: 1, isRefused: false });
    if (match.tier === 'strong') linked.add(left).add(right);
  }
  return [...components([...groups.values()].filter((group) => linked.has(group)))]
    .flatMap(mergeComponent)
    .flatMap((group) => toCluster(group, pairsFrom, label))
    .sort(
      (a, b) =>
        b.villages.length - a.villages.length ||
        b.strength - a.strength ||
        byText(a.points[0] ?? '', b.points[0] ?? ''),
    );
}

function connect(left: Group, right: Group, link: Link): void {
  left.links.set(right, link);
  right.links.set(left, link);
}

function* components(groups: readonly Group[]): Iterable<Group[]> {
  const seen = new Set<Group>();
  for (const start of groups) {
    if (seen.has(start)) continue;
    const component: Group[] = [];
    const queue = [start];
    seen.add(start);
    for (let group = queue.pop(); group; group = queue.pop()) {
      component.push(group);
      for (const neighbour of group.links.keys()) {
        if (!seen.has(neighbour)) queue.push(neighbour);
        seen.add(neighbour);
      }
    }
    yield component.sort(byId);
  }
}

function mergeComponent(component: readonly Group[]): Group[] {
  const groups = new Set(component);
  for (const group of groups) group.nearest = nearestOf(group);
  for (let left = closest(groups); left?.nearest; left = closest(groups)) {
    const right = left.nearest;
    const merged = merge(left, right);
    groups.delete(left);
    groups.delete(right);
    groups.add(merged);
    merged.nearest = nearestOf(merged);
    // An average never exceeds the larger of its parts, so only who lost its nearest has to look again.
    for (const neighbour of merged.links.keys()) {
      if (neighbour.nearest === left || neighbour.nearest === right) neighbour.nearest = nearestOf(neighbour);
    }
  }
  return [...groups];
}

function closest(groups: Iterable<Group>): Group | null {
  let best: Group | null = null;
  for (const group of groups) {
    if (!group.nearest || meanBetween(group, group.nearest) < leastMeanScore) continue;
    if (!best?.nearest) best = group;
    else {
      const difference = meanBetween(group, group.nearest) - meanBetween(best, best.nearest);
      if (difference > 0 || (difference === 0 && byText(group.id, best.id) < 0)) best = group;
    }
  }
  return best;
}

function nearestOf(group: Group): Group | null {
  let nearest: Group | null = null;
  for (const other of group.links.keys()) {
    const difference = nearest ? meanBetween(group, other) - meanBetween(group, nearest) : 1;
    if (difference > 0 || (difference === 0 && nearest && byText(other.id, nearest.id) < 0)) nearest = other;
  }
  return nearest;
}

function meanBetween(a: Group, b: Group): number {
  const link = a.links.get(b);
  return link && !link.isRefused ? link.sum / (link.pairs * unitsPerScore) : 0;
}

function merge(left: Group, right: Group): Group {
  const members = [...left.members, ...right.members].sort(byId);
  const merged: Group = { id: members[0]?.id ?? '', members, links: new Map(), nearest: null };
  for (const neighbour of new Set([...left.links.keys(), ...right.links.keys()])) {
    if (neighbour === left || neighbour === right) continue;
    const parts = [left, right].map(
      (part): Link =>
        part.links.get(neighbour) ?? {
          sum: 0,
          pairs: pairsOfVillages(part.members, neighbour.members),
          isRefused: false,
        },
    );
    neighbour.links.delete(left);
    neighbour.links.delete(right);
    connect(merged, neighbour, {
      sum: total(parts.map(({ sum }) => sum)),
      pairs: total(parts.map(({ pairs }) => pairs)),
      isRefused: parts.some(({ isRefused }) => isRefused),
    });
  }
  return merged;
}

function pairsOfVillages(left: readonly ClusterPoint[], right: readonly ClusterPoint[]): number {
  return total(left.map((a) => right.filter((b) => !sharesVillage(a, b)).length));
}

function toCluster(
  group: Group,
  pairsFrom: ReadonlyMap<string, readonly PointPair[]>,
  label: Engine['label'],
): Cluster[] {
  const villages = [...new Set(group.members.flatMap((point) => point.villages))].sort(byText);
  if (group.members.length < 2 || villages.length < 2) return [];
  const ids = new Set(group.members.map(({ id }) => id));
  const inside = group.members.flatMap(({ id }) => (pairsFrom.get(id) ?? []).filter(({ b }) => ids.has(b)));
  if (!inside.some(({ match }) => match.tier === 'strong')) return [];
  const scores = total(inside.map(({ match }) => inUnits(match.score)));
  // Every pair is met from both sides.
  const possible = pairsOfVillages(group.members, group.members) / 2;
  return [
    {
      label: label(group.members.map(({ features }) => features)),
      points: group.members.map(({ id }) => id),
      villages,
      strength: Math.round((1000 * scores) / (possible * unitsPerScore)) / 1000,
    },
  ];
}

function sharesVillage(a: ClusterPoint | undefined, b: ClusterPoint | undefined): boolean {
  return a?.villages.some((village) => b?.villages.includes(village)) ?? false;
}

function pairKey({ a, b }: PointPair): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`;
}

function inUnits(score: number): number {
  return Math.round(score * unitsPerScore);
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return byText(a.id, b.id);
}
