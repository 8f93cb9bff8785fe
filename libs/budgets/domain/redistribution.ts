/** One village on the day what is left is looked at, in whole euro cents. */
export interface Standing {
  readonly villageId: string;
  readonly leftCents: number;
  /** What applications ask that still wait. */
  readonly waitingCents: number;
  /** What was asked and not granted for want of money. */
  readonly shortCents: number;
}

/** What a village gives, below zero, or gets. */
export interface Move {
  readonly villageId: string;
  readonly cents: number;
}

interface Part {
  readonly villageId: string;
  readonly most: number;
}

const total = (parts: readonly Part[]): number => parts.reduce((sum, { most }) => sum + most, 0);

/**
 * What would move from villages that have money left to villages that lack some. A village keeps what its own
 * applications ask. Who lacks gets equal shares, never more than is lacking; who has left over gives by how much that
 * is, to the cent by the method of largest remainders. What cannot be divided goes by the order of the ids, so the same
 * standings always give the same moves. Empty when nothing can move; all together is always zero.
 */
export function redistribute(standings: readonly Standing[]): Move[] {
  const ordered = [...standings].sort((a, b) => (a.villageId < b.villageId ? -1 : 1));
  const over = (standing: Standing): number => standing.leftCents - standing.waitingCents - standing.shortCents;
  const givers = ordered.map((one) => ({ villageId: one.villageId, most: Math.max(0, over(one)) }));
  const takers = ordered.map((one) => ({ villageId: one.villageId, most: Math.max(0, -over(one)) }));
  const cents = Math.min(total(givers), total(takers));
  if (cents === 0) return [];
  const given = bySize(cents, givers).map(({ villageId, most }) => ({ villageId, cents: -most }));
  const taken = equally(cents, takers).map(({ villageId, most }) => ({ villageId, cents: most }));
  return [...given, ...taken].filter((move) => move.cents !== 0);
}

/** Equal shares of an amount, of which nobody gets more than their most; it fits, or it does not come here. */
function equally(cents: number, parts: readonly Part[]): Part[] {
  const shares = new Map<string, number>();
  let left = cents;
  // Who lacks least is filled first, so that what they do not need is divided over the others.
  const byMost = parts.filter(({ most }) => most > 0).sort((a, b) => a.most - b.most);
  for (const [index, { villageId, most }] of byMost.entries()) {
    const others = byMost.length - index;
    const equal = Math.floor(left / others) + (left % others > 0 ? 1 : 0);
    const share = Math.min(most, equal);
    shares.set(villageId, share);
    left -= share;
  }
  return parts.map(({ villageId }) => ({ villageId, most: shares.get(villageId) ?? 0 }));
}

/** Shares of an amount by size; at most all of it. */
function bySize(cents: number, parts: readonly Part[]): Part[] {
  const whole = BigInt(total(parts));
  const shares = parts.map(({ most }, index) => {
    const product = BigInt(cents) * BigInt(most);
    return { index, floor: product / whole, rest: product % whole };
  });
  const left = cents - shares.reduce((sum, { floor }) => sum + Number(floor), 0);
  const byRest = [...shares].sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  const lucky = new Set(byRest.slice(0, left).map(({ index }) => index));
  return parts.map(({ villageId }, index) => ({
    villageId,
    most: Number(shares[index]?.floor ?? 0n) + (lucky.has(index) ? 1 : 0),
  }));
}
