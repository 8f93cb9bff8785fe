import type { AmountView, Benefit, DeclinedReason } from '@kernagenda/matching/domain';
import { euroName } from '@kernagenda/shared/web/money';

export const benefitWords: Record<Benefit, string> = {
  buying: 'Samen kopen',
  doing: 'Samen doen',
  learning: 'Van elkaar leren',
};

export const declineWords: Record<DeclinedReason, string> = {
  other_subject: 'Het gaat over iets anders',
  opposite: 'Het ene dorp wil het tegendeel van het andere',
  too_broad: 'Het is te ruim: er is niets om samen te doen',
  not_together: 'De dorpen doen dit niet samen',
  other: 'Een andere reden',
};

const numberFormat = new Intl.NumberFormat('nl-NL');
/** "4 tot 6 × laadpunt, € 1.500"; empty when it names nothing. */
export function amountName({ least, most, unit, cents }: Omit<AmountView, 'isCorrected'>): string {
  const from = least ?? most;
  const to = most ?? least;
  const numbers = [...new Set([from, to])]
    .filter((number) => number !== null)
    .map((number) => numberFormat.format(number));
  const count = numbers.join(' tot ') + (numbers.length && unit ? ` × ${unit}` : '');
  return [count, cents === null ? '' : euroName(cents)].filter(Boolean).join(', ');
}
