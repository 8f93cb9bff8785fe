import { byText } from './by-text';

export interface KnownFlag {
  readonly id: string;
  readonly members: readonly string[];
}

export interface FlaggedCluster<Cluster> {
  readonly cluster: Cluster;
  /** The flag this cluster goes on as, or null when it is new. */
  readonly flagId: string | null;
}

/**
 * Which flag goes on as which cluster: each flag keeps its id with the cluster that shares most of its members, the
 * largest shares first, so the same flags and clusters give the same answer in whatever order they come.
 */
export function keepIdentities<Cluster extends { readonly points: readonly string[] }>(
  flags: readonly KnownFlag[],
  clusters: readonly Cluster[],
): { readonly kept: readonly FlaggedCluster<Cluster>[]; readonly gone: readonly string[] } {
  const flagsOf = new Map<string, KnownFlag[]>();
  for (const flag of flags) {
    for (const id of flag.members) flagsOf.set(id, [...(flagsOf.get(id) ?? []), flag]);
  }
  const claims = clusters.flatMap((cluster) => {
    const shares = new Map<KnownFlag, number>();
    for (const flag of cluster.points.flatMap((id) => flagsOf.get(id) ?? [])) {
      shares.set(flag, (shares.get(flag) ?? 0) + 1);
    }
    return [...shares].map(([flag, shared]) => ({ cluster, flag, shared }));
  });
  claims.sort(
    (a, b) =>
      b.shared - a.shared || byText(a.flag.id, b.flag.id) || byText(a.cluster.points.join(), b.cluster.points.join()),
  );
  const taken = new Map<Cluster, string>();
  const used = new Set<string>();
  for (const { cluster, flag } of claims) {
    if (taken.has(cluster) || used.has(flag.id)) continue;
    taken.set(cluster, flag.id);
    used.add(flag.id);
  }
  return {
    kept: clusters.map((cluster) => ({ cluster, flagId: taken.get(cluster) ?? null })),
    gone: flags.map(({ id }) => id).filter((id) => !used.has(id)),
  };
}
