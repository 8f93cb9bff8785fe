import { byText } from './by-text';
import type { AmountView } from './views';

/**
 * What points ask for together; null when none names anything. Numbers add only with numbers of the same thing: counted
 * is the unit that most points name, and nothing where two units are named equally often. Ranges add at both ends, money
 * adds whatever it is for.
 */
export function totalOf(amounts: readonly (AmountView | null)[]): AmountView | null {
  const named = amounts.filter((amount) => amount !== null);
  const counted = sameThings(named);
  const paid = named.filter(({ cents }) => cents !== null);
  const used = new Set([...counted, ...paid]);
  if (used.size === 0) return null;
  return {
    least: counted.length ? sum(counted, ({ least }) => least) : null,
    most: counted.length ? sum(counted, ({ most }) => most) : null,
    unit: counted[0]?.unit ?? null,
    cents: paid.length ? sum(paid, ({ cents }) => cents) : null,
    isCorrected: [...used].some(({ isCorrected }) => isCorrected),
  };
}

/** The amounts of the unit that is named most often; none when that is a draw. */
function sameThings(amounts: readonly AmountView[]): readonly AmountView[] {
  const perUnit = new Map<string | null, AmountView[]>();
  for (const amount of amounts) {
    if (amount.least === null && amount.most === null) continue;
    perUnit.set(amount.unit, [...(perUnit.get(amount.unit) ?? []), amount]);
  }
  const [first, second] = [...perUnit.values()].sort(
    (a, b) => b.length - a.length || byText(a[0]?.unit ?? '', b[0]?.unit ?? ''),
  );
  return first && first.length !== second?.length ? first : [];
}

function sum(amounts: readonly AmountView[], of: (amount: AmountView) => number | null): number {
  return amounts.reduce((total, amount) => total + (of(amount) ?? 0), 0);
}
