import { moneyLimits } from '@kernagenda/shared/domain';
import { sumCents, timesCents } from './money';

/** What one piece costs from a quantity on, whole cents without VAT. */
export interface PriceBreak {
  readonly fromQuantity: number;
  readonly unitPriceCents: number;
}

/** What the price of a quote is made of. */
export interface QuotePrice {
  /** By quantity, ascending. */
  readonly priceBreaks: readonly PriceBreak[];
  /** For all deliveries together. */
  readonly deliveryCents: number;
}

/** What one piece costs when so many are bought; null when the supplier does not sell so few. */
export function unitPriceFor({ priceBreaks }: Pick<QuotePrice, 'priceBreaks'>, quantity: number): number | null {
  const reached = priceBreaks.filter(({ fromQuantity }) => fromQuantity <= quantity);
  return reached.at(-1)?.unitPriceCents ?? null;
}

/** What so many cost with delivery; null when the supplier does not sell so few. */
export function priceOf(quote: QuotePrice, quantity: number): number | null {
  const unitPrice = unitPriceFor(quote, quantity);
  return unitPrice === null ? null : sumCents([timesCents(unitPrice, quantity), quote.deliveryCents]);
}

/** Why price breaks cannot be right, with the index of the faulty one; null when they can. */
export function priceBreakFault(
  breaks: readonly PriceBreak[],
): { readonly index: number; readonly detail: string } | null {
  const index = breaks.findIndex((each, at) => {
    const before = breaks[at - 1];
    return before !== undefined && each.fromQuantity <= before.fromQuantity;
  });
  return index < 0 ? null : { index, detail: 'more than the quantity of the price before it' };
}

/** Whether a quote comes to an amount that can be kept, whatever part of a quantity is bought in the end. */
export const isPayable = ({ priceBreaks, deliveryCents }: QuotePrice, quantity: number): boolean =>
  priceBreaks.every(({ unitPriceCents }) => unitPriceCents * quantity + deliveryCents <= moneyLimits.cents);

/** One village as a quote is compared for it. */
export interface QuotedVillage {
  readonly villageId: string;
  readonly quantity: number;
}

/** What a quote comes to. */
export interface QuoteComparison {
  readonly unitPriceCents: number | null;
  /** Together, with delivery; null when the supplier does not sell so few. */
  readonly totalCents: number | null;
  /** What each village would pay this supplier if it bought alone, with the whole delivery. */
  readonly alone: readonly { readonly villageId: string; readonly cents: number | null }[];
}

/** Puts a quote beside the quantities, together and per village. */
export function compareQuote(quote: QuotePrice, villages: readonly QuotedVillage[]): QuoteComparison {
  const quantity = villages.reduce((sum, village) => sum + village.quantity, 0);
  return {
    unitPriceCents: unitPriceFor(quote, quantity),
    totalCents: priceOf(quote, quantity),
    alone: villages.map((village) => ({ villageId: village.villageId, cents: priceOf(quote, village.quantity) })),
  };
}

/** The letter of a supplier for readers who may not know the name: A to Z, then AA. `index` counts from 0. */
export function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}

/** The cheapest of those that meet the requirements; null while none does. Equal prices go by the order given. */
export function cheapestOf<
  Quote extends { readonly totalCents: number | null; readonly meetsRequirements: boolean | null },
>(quotes: readonly Quote[]): Quote | null {
  let best: Quote | null = null;
  for (const quote of quotes) {
    if (quote.meetsRequirements !== true || quote.totalCents === null) continue;
    if (best === null || quote.totalCents < (best.totalCents ?? 0)) best = quote;
  }
  return best;
}

/** When prices stop being secret. */
export interface Closing {
  /** The last moment a quote can come in; null while no prices are asked for. */
  readonly closesAt: Date | null;
  /** When the case ended; null while it runs. What ended before the close is never opened. */
  readonly endedAt: Date | null;
}

/** Whether prices may be read: from the closing time on by the clock of the server, never before, for nobody. */
export function areQuotesOpen({ closesAt, endedAt }: Closing, now: Date): boolean {
  return closesAt !== null && now >= closesAt && !(endedAt !== null && endedAt < closesAt);
}
