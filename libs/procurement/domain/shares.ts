/** How a joint amount is divided over villages. */
export const shareKeys = ['equal', 'quantity', 'population'] as const;
export type ShareKey = (typeof shareKeys)[number];

/** A village as the keys weigh it. */
export interface Sharer {
  readonly villageId: string;
  readonly quantity: number;
  readonly population: number;
}

/** What one village pays of a joint amount. */
export interface Share {
  readonly villageId: string;
  readonly cents: number;
  /** Whether a cent that could not be divided went here. */
  readonly hasExtraCent: boolean;
  /** What was left of a cent after dividing, in thousandths, rounded down: who had most left got the extra cents first. */
  readonly restInThousandths: number;
}

const weightOf: Readonly<Record<ShareKey, (sharer: Sharer) => number>> = {
  equal: () => 1,
  quantity: ({ quantity }) => quantity,
  population: ({ population }) => population,
};

/**
 * Divides an amount to the cent by the method of largest remainders: everyone gets the whole cents of their part, and
 * what is left goes, a cent each, to who had most left over. Parts that are equal to the last bit go by the order given.
 * Without any weight all pay the same. The parts add up, and who weighs more never pays less.
 */
export function divide(cents: number, sharers: readonly Sharer[], key: ShareKey): Share[] {
  const given = sharers.map(weightOf[key]);
  const weights = (given.some((weight) => weight > 0) ? given : given.map(() => 1)).map(BigInt);
  const whole = weights.reduce((sum, weight) => sum + weight, 0n);
  if (whole === 0n) return [];
  const parts = weights.map((weight, index) => {
    const product = BigInt(cents) * weight;
    return { index, floor: product / whole, rest: product % whole };
  });
  const left = BigInt(cents) - parts.reduce((sum, { floor }) => sum + floor, 0n);
  const byRest = [...parts].sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  const lucky = new Set(byRest.slice(0, Number(left)).map(({ index }) => index));
  return sharers.map(({ villageId }, index) => {
    const { floor = 0n, rest = 0n } = parts[index] ?? {};
    const hasExtraCent = lucky.has(index);
    return {
      villageId,
      cents: Number(floor) + (hasExtraCent ? 1 : 0),
      hasExtraCent,
      restInThousandths: Number((rest * 1000n) / whole),
    };
  });
}
