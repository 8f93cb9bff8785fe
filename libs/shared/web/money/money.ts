const euroFormat = new Intl.NumberFormat('nl-NL', {
  style: 'currency',
  currency: 'EUR',
  trailingZeroDisplay: 'stripIfInteger',
});

/** "€ 1.500" or "€ 1.500,50" for an amount in cents. */
export const euroName = (cents: number): string => euroFormat.format(cents / 100);

const wholeFormat = new Intl.NumberFormat('nl-NL');
const centsFormat = new Intl.NumberFormat('nl-NL', { minimumFractionDigits: 2 });

/** "1.500" or "1.500,50", in a table that says it is in euro. */
export const amountName = (cents: number): string => (cents % 100 ? centsFormat : wholeFormat).format(cents / 100);

/** An amount in cents as it can be typed over: "1500" or "1500,50"; empty for none. */
export const euroText = (cents: number | null): string =>
  cents === null ? '' : (cents / 100).toFixed(cents % 100 ? 2 : 0).replace('.', ',');

/** "1.500,50" in cents; null when nothing is typed, NaN when it is no amount. */
export function centsIn(text: string): number | null {
  const bare = text.replace(/[€\s]/g, '');
  if (!bare) return null;
  const [, euros = '', cents = ''] = /^(\d{1,3}(?:\.\d{3})+|\d{1,12})(?:,(\d{2}|-))?$/.exec(bare) ?? [];
  return euros ? Number(euros.replaceAll('.', '')) * 100 + (Number.parseInt(cents) || 0) : NaN;
}

/** "1.500" as a whole number; null when nothing is typed, NaN when it is none. */
export function wholeIn(text: string): number | null {
  const bare = text.trim().replaceAll('.', '');
  return bare ? (/^\d+$/.test(bare) ? Number(bare) : NaN) : null;
}
