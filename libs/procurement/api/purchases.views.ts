import {
  actingOf,
  actsAsBuyer,
  allowedProcurementActions,
  allowedVillageActions,
  changesOf,
  cheapestOf,
  compareQuote,
  coordinationCents,
  demandStates,
  knowsSuppliers,
  letterOf,
  mayDemand,
  moneyFields,
  orderedStates,
  readsEstimates,
  savingOf,
  stepOf,
  stepsOf,
} from '@kernagenda/procurement/domain';
import type {
  BookedView,
  DemandChange,
  DemandLineView,
  EstimateView,
  ProcurementState,
  PurchaseDecisionView,
  PurchaseSummary,
  PurchaseView,
  PurchaseVillageAction,
  PurchaseVillageView,
  QuoteReceipt,
  QuoteView,
  QuotesView,
  RouteAdviceView,
  RouteRuleView,
  SavingSide,
  ThresholdView,
} from '@kernagenda/procurement/domain';
import { toPlace } from './purchases.reader';
import type { LoadedPurchase, RouteAdvice } from './purchases.reader';
import type { LineRow, SummaryRow, VillageRow } from './purchases.queries';

const isOneOf = (states: readonly ProcurementState[], state: ProcurementState): boolean => states.includes(state);

export function toSummary(
  { closesAt, endedAt, movedAt, startedAt, ...row }: SummaryRow,
  areOpen: boolean,
): PurchaseSummary {
  return { ...row, areQuotesOpen: areOpen, movedAt: movedAt.toISOString(), startedAt: startedAt.toISOString() };
}

/** A purchase as who asks may see it. */
export function toView(loaded: LoadedPurchase, advice: RouteAdvice, receipts: readonly QuoteReceipt[]): PurchaseView {
  const { row, facts, villages, demand, quantity } = loaded;
  const { state } = row;
  const areOpen = facts.areQuotesOpen;
  const asking = villages.filter(({ village }) => demand.some(({ villageId }) => villageId === village.id));
  const quotes = toQuotes(loaded, receipts);
  return {
    id: row.id,
    collaborationId: row.collaborationId,
    what: row.what,
    unit: row.unit,
    kind: row.kind,
    state,
    areQuotesOpen: areOpen,
    quantity,
    villages: villages.map(({ village }) => village),
    movedAt: row.movedAt.toISOString(),
    startedAt: row.startedAt.toISOString(),
    version: row.version,
    steps: stepsOf(state, areOpen, row.endedFrom && stepOf(row.endedFrom, areOpen)),
    acting: actingOf(
      state === 'decided' && !facts.isDecisionCurrent ? 'advised' : state,
      areOpen,
      asking.every(({ adviceAt }) => adviceAt !== null),
    ),
    actsBefore: actsBeforeOf(loaded),
    decider: facts.totalCents === null ? null : deciderOf(facts.totalCents, facts.teamMandateCents),
    buyer: row.buyer,
    teams: row.teams,
    shareKey: row.shareKey,
    perVillage: villages.map((village) => toVillage(loaded, village)),
    left: row.villages.flatMap(({ village, leftAt }) => {
      const asked = row.lines.some(({ villageId }) => villageId === village.id);
      const isIn = villages.some((each) => each.village.id === village.id);
      return asked && !isIn && leftAt !== null ? [{ village, at: leftAt }] : [];
    }),
    frozenAt: row.frozenAt,
    changes: toChanges(loaded),
    routeAdvice: toRouteAdvice(loaded, advice),
    route: row.route && {
      route: row.route,
      advised: readsEstimates(facts) ? row.routeAdvised : null,
      note: row.routeNote,
      at: row.routeAt?.toISOString() ?? '',
      isCurrent: facts.isRouteCurrent,
    },
    requirements: row.requirements,
    adviceBy: row.adviceBy,
    decisionBy: row.decisionBy,
    quotes,
    adviceNote: areOpen ? row.adviceNote : '',
    decision: toDecision(loaded),
    orderReference: actsAsBuyer(facts) ? row.orderReference : '',
    coordination: row.coordination,
    estimate: toEstimate(loaded, quotes.items),
    booked: toBooked(loaded),
    lesson: row.lesson,
    ended: row.endedAt && { reason: row.endedReason, at: row.endedAt.toISOString() },
    timeline: row.events,
    allowedActions: allowedProcurementActions(state, facts),
  };
}

const deciderOf = (cents: number, teamMandateCents: number | null): 'team' | 'alderman' =>
  teamMandateCents !== null && cents <= teamMandateCents ? 'team' : 'alderman';

function actsBeforeOf({ row, facts, villages }: LoadedPurchase): string | null {
  if (row.state === 'quotes_requested') return facts.areQuotesOpen ? row.adviceBy : null;
  if (row.state === 'advised') return row.decisionBy;
  if (row.state !== 'ordered') return null;
  const planned = villages.flatMap(({ plannedOn, deliveredOn }) => (plannedOn && !deliveredOn ? [plannedOn] : []));
  return planned.sort()[0] ?? null;
}

function toVillage(loaded: LoadedPurchase, village: VillageRow): PurchaseVillageView {
  const { row, facts, lines, demand } = loaded;
  const place = toPlace(village);
  const own = demand.find(({ villageId }) => villageId === village.village.id);
  const isOrdered = isOneOf(orderedStates, row.state);
  return {
    village: village.village,
    quantity: own?.quantity ?? 0,
    apartCents: readsEstimates(facts) ? (own?.apartCents ?? null) : null,
    lines: lines
      .filter(({ villageId }) => villageId === village.village.id)
      .map((line) => toLine(line, loaded, mayDemand(facts, place) && isOneOf(demandStates, row.state))),
    advice:
      village.adviceAt === null
        ? null
        : { isGood: village.adviceIsGood ?? false, note: village.adviceNote ?? '', at: village.adviceAt },
    delivery:
      isOrdered && own
        ? {
            plannedOn: village.plannedOn,
            deliveredOn: village.deliveredOn,
            story: village.story ?? '',
            photos: village.photos,
          }
        : null,
    evaluation:
      village.isContent === null ? null : { isContent: village.isContent, note: village.evaluationNote ?? '' },
    allowedActions: villageActionsOf(loaded, village),
  };
}

/** What who asks may do for one village now. */
export function villageActionsOf({ row, facts, demand }: LoadedPurchase, village: VillageRow): PurchaseVillageAction[] {
  const asks = demand.some(({ villageId }) => villageId === village.village.id);
  const isDelivered = village.deliveredOn !== null;
  return allowedVillageActions(row.state, facts, toPlace(village), { asks, isDelivered });
}

function toLine(line: LineRow, { facts }: LoadedPurchase, mayChange: boolean): DemandLineView {
  return {
    ...line,
    ...(!readsEstimates(facts) && { budgetCents: null, separatePriceCents: null, separatePriceSource: '' }),
    allowedActions: mayChange ? ['edit', 'remove'] : [],
  };
}

function toChanges({ row, facts, lines, villages }: LoadedPurchase): DemandChange[] {
  if (!row.frozen) return [];
  const ids = villages.map(({ village }) => village.id);
  const changes = changesOf(row.frozen, lines, ids);
  if (readsEstimates(facts)) return changes;
  const isMoney = (field: string): boolean => moneyFields.some((money) => money === field);
  return changes.flatMap((change) => {
    const fields = change.fields.filter(({ field }) => !isMoney(field));
    return change.kind === 'changed' && fields.length === 0 ? [] : [{ ...change, fields }];
  });
}

const toRule = ({ fromCents, route, validFrom, validUntil, source, sourceUrl }: ThresholdView): RouteRuleView => ({
  ...{ fromCents, route, validFrom, validUntil, source, sourceUrl },
});

function toRouteAdvice({ facts, estimateCents }: LoadedPurchase, { rule, splitting }: RouteAdvice): RouteAdviceView {
  const reads = readsEstimates(facts);
  return {
    estimateCents: reads ? estimateCents : null,
    rule: rule && toRule(rule),
    decider: reads ? deciderOf(estimateCents, facts.teamMandateCents) : null,
    splitting: splitting && {
      totalCents: splitting.totalCents,
      rule: toRule(splitting.rule),
      others: splitting.others.map(({ caseId, what, startedOn }) => ({ caseId, what, startedOn })),
    },
  };
}

/** The quotes with their letters, in the order they came in. */
function toQuoteViews({ row, facts, quotes, demand }: LoadedPurchase): QuoteView[] {
  const knows = knowsSuppliers(facts);
  return quotes.map(({ supplier, note, ...quote }, index) => ({
    ...quote,
    ...compareQuote(quote, demand),
    letter: letterOf(index),
    supplier: knows ? supplier : null,
    note: knows ? note : '',
    isAdvised: quote.id === row.advisedQuoteId,
    isChosen: quote.id === row.chosenQuoteId,
  }));
}

function toQuotes(loaded: LoadedPurchase, receipts: readonly QuoteReceipt[]): QuotesView {
  const { row, facts } = loaded;
  const rank = ({ isChosen, isAdvised }: QuoteView): number => (isChosen ? 0 : isAdvised ? 1 : 2);
  const totalOf = ({ totalCents }: QuoteView): number => totalCents ?? Number.MAX_SAFE_INTEGER;
  return {
    closesAt: row.closesAt?.toISOString() ?? null,
    areOpen: facts.areQuotesOpen,
    receipts,
    items: toQuoteViews(loaded).sort((a, b) => rank(a) - rank(b) || totalOf(a) - totalOf(b)),
  };
}

function toDecision({ row, facts, quotes }: LoadedPurchase): PurchaseDecisionView | null {
  const index = quotes.findIndex(({ id }) => id === row.chosenQuoteId);
  if (index < 0 || row.decidedCents === null || row.decidedAt === null || row.decidedAs === null) return null;
  return {
    letter: letterOf(index),
    totalCents: row.decidedCents,
    decider: row.decidedAs,
    at: row.decidedAt.toISOString(),
    reason: row.decisionReason,
    isCurrent: facts.isDecisionCurrent,
  };
}

/** The villages with what they would pay alone. */
export const sidesOf = ({ villages, demand }: Pick<LoadedPurchase, 'villages' | 'demand'>): SavingSide[] =>
  demand.map(({ villageId, quantity, apartCents }) => ({
    villageId,
    quantity,
    apartCents,
    population: villages.find(({ village }) => village.id === villageId)?.population ?? 0,
  }));

function toEstimate(loaded: LoadedPurchase, quotes: readonly QuoteView[]): EstimateView | null {
  const { row } = loaded;
  const quote =
    quotes.find(({ isChosen }) => isChosen) ?? quotes.find(({ isAdvised }) => isAdvised) ?? cheapestOf(quotes);
  if (!quote || quote.totalCents === null) return null;
  const saving = savingOf({
    sides: sidesOf(loaded),
    togetherCents: quote.totalCents,
    coordinationCents: coordinationCents(row.coordination),
    shareKey: row.shareKey,
  });
  return saving && { ...saving, letter: quote.letter };
}

/** What a purchase won in the end; null while no invoice is booked, or a village has not said what it would cost alone. */
export function toBooked(loaded: Pick<LoadedPurchase, 'row' | 'villages' | 'demand'>): BookedView | null {
  const { booking, shareKey } = loaded.row;
  if (!booking) return null;
  const { at, invoiceCents, invoiceReference, ...coordination } = booking;
  const saving = savingOf({
    sides: sidesOf(loaded),
    togetherCents: invoiceCents,
    coordinationCents: coordinationCents(coordination),
    shareKey,
  });
  return saving && { ...saving, at, invoiceReference, coordination };
}
