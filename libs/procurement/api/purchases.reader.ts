import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Clock, namedQuery } from '@kernagenda/shared/api';
import type { Actor, Place } from '@kernagenda/identity/domain';
import { Problem, amsterdamDay } from '@kernagenda/shared/domain';
import {
  actsAsBuyer,
  areQuotesOpen,
  estimateOf,
  knowsSuppliers,
  orderedStates,
  priceOf,
  readsEstimates,
  routeFor,
  splittingMonths,
  splittingOf,
  totalsOf,
} from '@kernagenda/procurement/domain';
import type {
  ProcurementFacts,
  QuoteReceipt,
  Splitting,
  ThresholdView,
  VillageDemand,
} from '@kernagenda/procurement/domain';
import { mandatesQuery, openQuotesQuery, othersQuery, purchaseQuery, receiptsQuery } from './purchases.queries';
import type { LineRow, MandateRow, OtherRow, PurchaseRow, QuoteRow, VillageRow } from './purchases.queries';
import { Thresholds } from './thresholds.service';

/** A purchase as it is at one moment, with what the rules know of it and of who asks. */
export interface LoadedPurchase {
  readonly row: PurchaseRow;
  readonly facts: ProcurementFacts;
  /** The villages that take part now. */
  readonly villages: readonly VillageRow[];
  /** What those ask for. */
  readonly lines: readonly LineRow[];
  readonly demand: readonly VillageDemand[];
  readonly quantity: number;
  /** Empty until they are open. */
  readonly quotes: readonly QuoteRow[];
  readonly estimateCents: number;
}

/** What the rules of a day say of a value. */
export interface RouteAdvice {
  readonly rule: ThresholdView | null;
  readonly splitting: Splitting<ThresholdView> | null;
}

/** Reads purchases with what their rules need. Amounts of quotes come from one query, which knows the closing time. */
@Injectable()
export class PurchaseReader {
  constructor(
    private readonly clock: Clock,
    private readonly thresholds: Thresholds,
  ) {}

  /** @throws Problem `not_found`. */
  async load(source: DataSource | EntityManager, id: string, actor: Actor | null): Promise<LoadedPurchase> {
    const now = this.clock.now();
    const [row] = await namedQuery<PurchaseRow>(source, 'purchase', purchaseQuery, [id]);
    if (!row) throw new Problem('not_found');
    const quotes = await namedQuery<QuoteRow>(source, 'purchase quotes', openQuotesQuery, [id, now]);
    const { villages, lines, demand } = buyersOf(row);
    const ids = villages.map(({ village }) => village.id);
    const quantity = demand.reduce((sum, each) => sum + each.quantity, 0);
    const mandates = await this.findMandates(source, row, ids, actor);
    const asked = { row, quotes, quantity };
    const chosenCents = totalOf(asked, row.chosenQuoteId);
    const facts: ProcurementFacts = {
      actor,
      places: villages.map(toPlace),
      teamIds: row.teams.map((team) => team.id),
      buyerTeamId: row.buyer?.id ?? null,
      mandateCents: mandates.own,
      teamMandateCents: mandates.team,
      totalCents: chosenCents ?? totalOf(asked, row.advisedQuoteId),
      areQuotesOpen: areQuotesOpen(row, now),
      demandingVillages: demand.length,
      unpricedLines: lines.filter(({ separatePriceCents }) => separatePriceCents === null).length,
      isRouteCurrent: row.route !== null && row.routeDemandVersion === row.demandVersion,
      isDecided: row.chosenQuoteId !== null,
      isDecisionCurrent: row.chosenQuoteId === null || chosenCents === row.decidedCents,
      suitableQuotes: quotes.filter(({ meetsRequirements }) => meetsRequirements === true).length,
      openDeliveries: demand.filter(({ villageId }) => !deliveredTo(villages, villageId)).length,
      isBooked: row.booking !== null,
    };
    return { row, facts, villages, lines, demand, quantity, quotes, estimateCents: estimateOf(lines) };
  }

  /** That quotes came in, for the buyer before they are open; nothing for others. */
  async listReceipts(
    source: DataSource | EntityManager,
    { row, facts }: LoadedPurchase,
  ): Promise<readonly QuoteReceipt[]> {
    if (facts.areQuotesOpen || row.closesAt === null || !actsAsBuyer(facts)) return [];
    return namedQuery<QuoteReceipt>(source, 'purchase receipts', receiptsQuery, [row.id]);
  }

  /**
   * What the rules of today say of what is asked for, and of it together with other purchases of the same thing; as far as
   * who asks may read it. Which rule holds tells between which amounts an estimate lies, and the sum with other purchases
   * tells the estimate of those, whose prices may still be sealed.
   */
  async adviseRoute(manager: EntityManager, { row, facts, estimateCents }: LoadedPurchase): Promise<RouteAdvice> {
    if (!readsEstimates(facts)) return { rule: null, splitting: null };
    const now = this.clock.now();
    const day = amsterdamDay(now);
    const rules = await this.thresholds.findRules(manager, day);
    const ruleOf = (cents: number): ThresholdView | null => routeFor(rules, row.kind, cents, day).rule;
    const rule = ruleOf(estimateCents);
    if (!knowsSuppliers(facts)) return { rule, splitting: null };
    const since = new Date(now);
    since.setUTCMonth(since.getUTCMonth() - splittingMonths);
    const others = await namedQuery<OtherRow>(manager, 'purchase others', othersQuery, [row.id, since]);
    return { rule, splitting: splittingOf(estimateCents, others, ruleOf) };
  }

  private async findMandates(
    source: DataSource | EntityManager,
    { buyer }: PurchaseRow,
    villageIds: readonly string[],
    actor: Actor | null,
  ): Promise<MandateRow> {
    const values = [buyer?.id ?? null, this.clock.now(), actor?.personId ?? null, villageIds];
    const [row] = await namedQuery<MandateRow>(source, 'purchase mandates', mandatesQuery, values);
    return row ?? { own: null, team: null };
  }
}

/** Who buys, and what they ask for. */
export function buyersOf(row: PurchaseRow): Pick<LoadedPurchase, 'row' | 'villages' | 'lines' | 'demand'> {
  const villages = row.villages.filter((village) => (isOrdered(row) ? village.isOrdered : village.takesPart));
  const ids = villages.map(({ village }) => village.id);
  const lines = row.lines.filter(({ villageId }) => ids.includes(villageId));
  return { row, villages, lines, demand: totalsOf(lines, ids) };
}

/** Whether it was ordered: from then on who takes part is who it was ordered for, also after the order is cancelled. */
const isOrdered = ({ state, endedFrom }: PurchaseRow): boolean =>
  orderedStates.some((ordered) => ordered === (endedFrom ?? state));

export const toPlace = ({ village, areaId, municipalityId }: VillageRow): Place => ({
  villageId: village.id,
  areaId,
  municipalityId,
});

/** What one quote costs for everyone who takes part; null when it is not open, or does not sell so few. */
export function totalOf(
  { quotes, quantity }: Pick<LoadedPurchase, 'quotes' | 'quantity'>,
  quoteId: string | null,
): number | null {
  const quote = quotes.find(({ id }) => id === quoteId);
  return quote ? priceOf(quote, quantity) : null;
}

export const deliveredTo = (villages: readonly VillageRow[], villageId: string): boolean =>
  villages.some(({ village, deliveredOn }) => village.id === villageId && deliveredOn !== null);
