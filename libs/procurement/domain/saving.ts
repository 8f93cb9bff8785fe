import { percentOf, sumCents, timesCents } from './money';
import { divide } from './shares';
import type { Share, ShareKey, Sharer } from './shares';

/** What it costs to do it together: each figure can be changed and says where it comes from. */
export interface Coordination {
  readonly hours: number;
  readonly rateCents: number;
  readonly hoursSource: string;
  readonly otherCents: number;
  /** What the other costs are for. */
  readonly otherSource: string;
}

export const coordinationCents = ({ hours, rateCents, otherCents }: Coordination): number =>
  sumCents([timesCents(rateCents, hours), otherCents]);

/** A village with what it would pay alone. */
export interface SavingSide extends Sharer {
  /** Null while nobody said what it would cost alone. */
  readonly apartCents: number | null;
}

export interface SavingInput {
  readonly sides: readonly SavingSide[];
  /** The price of the joint quote, or the total of the invoice. */
  readonly togetherCents: number;
  readonly coordinationCents: number;
  readonly shareKey: ShareKey;
}

/** What one village wins; `togetherCents` is its share with the costs of doing it together. */
export interface VillageSaving extends Omit<Share, 'cents'> {
  readonly apartCents: number;
  readonly togetherCents: number;
  /** Below zero when this village pays more than alone. */
  readonly netCents: number;
}

/** The honest sum: `netCents` = apart − together − coordination; below zero it is better bought apart. */
export interface Saving {
  readonly apartCents: number;
  readonly togetherCents: number;
  readonly coordinationCents: number;
  readonly netCents: number;
  /** Of what it costs apart, in whole percents; null when that is nothing. */
  readonly netPercent: number | null;
  /** Whether buying together wins anything; if not the advice is not to. */
  readonly isWorthIt: boolean;
  readonly villages: readonly VillageSaving[];
}

/** The saving of a purchase; null while a village has not said what it would cost alone, or nobody buys. */
export function savingOf({
  sides,
  togetherCents,
  coordinationCents: coordination,
  shareKey,
}: SavingInput): Saving | null {
  const apart: number[] = [];
  for (const { apartCents } of sides) {
    if (apartCents === null) return null;
    apart.push(apartCents);
  }
  if (apart.length === 0) return null;
  const apartCents = sumCents(apart);
  const netCents = apartCents - togetherCents - coordination;
  const shares = divide(sumCents([togetherCents, coordination]), sides, shareKey);
  return {
    apartCents,
    togetherCents,
    coordinationCents: coordination,
    netCents,
    netPercent: percentOf(netCents, apartCents),
    isWorthIt: netCents > 0,
    villages: shares.map(({ cents, ...share }, index) => ({
      ...share,
      apartCents: apart[index] ?? 0,
      togetherCents: cents,
      netCents: (apart[index] ?? 0) - cents,
    })),
  };
}

/** One bar of the picture, in ten-thousandths of its width: where it begins and how long it is. */
export interface SavingBar {
  readonly kind: 'apart' | 'together' | 'coordination' | 'net';
  readonly cents: number;
  readonly from: number;
  readonly width: number;
}

/** The picture of a saving: apart, together, coordination behind it, and the rest, which is red where it runs over. */
export function savingBars({
  apartCents,
  togetherCents,
  coordinationCents: coordination,
  netCents,
}: Saving): SavingBar[] {
  const spent = togetherCents + coordination;
  const whole = Math.max(apartCents, spent, 1);
  const place = (cents: number): number => Number((BigInt(cents) * 10_000n) / BigInt(whole));
  const bar = (kind: SavingBar['kind'], cents: number, from: number, to: number): SavingBar => ({
    kind,
    cents,
    from: place(from),
    width: place(to) - place(from),
  });
  return [
    bar('apart', apartCents, 0, apartCents),
    bar('together', togetherCents, 0, togetherCents),
    bar('coordination', coordination, togetherCents, spent),
    bar('net', netCents, Math.min(apartCents, spent), Math.max(apartCents, spent)),
  ];
}
