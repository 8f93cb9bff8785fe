import type { AmountView, Benefit, DeclineReason } from '@kernagenda/matching/domain';

export const benefitWords: Record<Benefit, string> = {
  buying: 'Samen kopen',
  doing: 'Samen doen',
  learning: 'Van elkaar leren',
};

export const declineWords: Record<DeclineReason, string> = {
  other_subject: 'Het gaat over iets anders',
  opposite: 'Het ene dorp wil het tegendeel van het andere',
  too_broad: 'Het is te ruim: er is niets om samen te doen',
  other: 'Een andere reden',
};

const numberFormat = new Intl.NumberFormat('nl-NL');
const euroFormat = new Intl.NumberFormat('nl-NL', {
  style: 'currency',
  currency: 'EUR',
  trailingZeroDisplay: 'stripIfInteger',
});

/** "4 tot 6 × laadpunt, € 1.500"; empty when it names nothing. */
export function amountName({ least, most, unit, cents }: Omit<AmountView, 'isCorrected'>): string {
  const from = least ?? most;
  const to = most ?? least;
  const numbers = [...new Set([from, to])]
    .filter((number) => number !== null)
    .map((number) => numberFormat.format(number));
  const count = numbers.join(' tot ') + (numbers.length && unit ? ` × ${unit}` : '');
  return [count, cents === null ? '' : euroFormat.format(cents / 100)].filter(Boolean).join(', ');
}
