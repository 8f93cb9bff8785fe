/** Adds amounts up. @throws RangeError when one is no amount in whole cents; a sum may also be a difference. */
export function sumCents(amounts: readonly number[]): number {
  let total = 0;
  for (const cents of amounts) {
    total += cents;
    if (!Number.isSafeInteger(cents) || !Number.isSafeInteger(total)) throw new RangeError('Not whole cents');
  }
  return total;
}

/** Multiplies an amount. @throws RangeError when the answer is no whole number that is kept exactly. */
export function timesCents(cents: number, times: number): number {
  const product = BigInt(cents) * BigInt(times);
  if (product > BigInt(Number.MAX_SAFE_INTEGER)) throw new RangeError('More than can be kept exactly');
  return Number(product);
}

/** How many whole percents a part is of a whole, rounded half up; null of nothing. */
export function percentOf(part: number, whole: number): number | null {
  if (whole <= 0) return null;
  const sign = part < 0 ? -1 : 1;
  return sign * Number((BigInt(Math.abs(part)) * 200n + BigInt(whole)) / (BigInt(whole) * 2n));
}
