import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Collaborations } from '@kernagenda/collaborations/api';
import { FollowingMoves } from '@kernagenda/proposals/api';
import type { FollowedMove } from '@kernagenda/proposals/api';
import { Clock } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import { Problem, amsterdamDay, invalidField } from '@kernagenda/shared/domain';
import { actsAsBuyer, letterOf, mayDecide } from '@kernagenda/procurement/domain';
import type {
  AdviseInput,
  BookInput,
  DecideInput,
  EvaluateInput,
  OrderInput,
  PurchaseView,
  RequirementsInput,
  RouteInput,
  VillageAdviceInput,
} from '@kernagenda/procurement/domain';
import { ProcurementBooking, ProcurementVillage } from './purchases.entities';
import { Purchases } from './purchases';
import { PurchaseReader, totalOf } from './purchases.reader';
import type { LoadedPurchase } from './purchases.reader';
import type { QuoteRow } from './purchases.queries';
import { requireSources } from './purchases.service';

const dayMs = 86_400_000;
const weekMs = 7 * dayMs;

/** $1: a person. */
const nameQuery = 'select display_name as "displayName" from person_public where id = $1';

/** What is decided on the way: the route, the requirements, the advice, who gets the order, and what it was in the end. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly clock: Clock,
    private readonly collaborations: Collaborations,
    private readonly following: FollowingMoves,
    private readonly purchases: Purchases,
    private readonly reader: PurchaseReader,
  ) {}

  /**
   * Chooses how prices are asked for. Another route than the rules advise, or one they say nothing of, needs a note; that
   * orders for the same thing pass a threshold together is written in the log.
   */
  async checkRoute(actor: Actor, id: string, seenVersion: number, { route, note }: RouteInput): Promise<PurchaseView> {
    return this.purchases.move(actor, id, 'check_route', seenVersion, async (manager, loaded) => {
      const { row, estimateCents } = loaded;
      const { rule, splitting } = await this.reader.adviseRoute(manager, loaded);
      const advised = rule?.route ?? null;
      if (route !== advised && note === '') throw invalidField('/note', 'why another route than advised');
      if (splitting) {
        if (note === '')
          throw invalidField('/note', 'why this is bought apart from the other orders for the same thing');
        const caseIds = splitting.others.map(({ caseId }) => caseId);
        const warned = { totalCents: splitting.totalCents, route: splitting.rule.route, caseIds, note };
        await this.purchases.record(manager, actor, 'warn_splitting', id, warned);
      }
      return {
        patch: {
          ...{ route, routeAdvised: advised, routeNote: note, routeAt: this.clock.now() },
          routeDemandVersion: row.demandVersion,
        },
        details: { route, advised, note, estimateCents },
        happened: [{ kind: 'route_checked', note: route }],
      };
    });
  }

  /** Writes down what every quote has to meet. */
  async specify(actor: Actor, id: string, seenVersion: number, input: RequirementsInput): Promise<PurchaseView> {
    const { requirements } = input;
    return this.purchases.move(actor, id, 'specify', seenVersion, () => ({
      patch: { requirements },
      details: { requirements },
      happened: [{ kind: 'specified', count: requirements.length }],
    }));
  }

  /** What a village thinks of what is offered; it says nothing of who wins. @throws Problem `not_found` for another village. */
  async adviseForVillage(
    actor: Actor,
    id: string,
    villageId: string,
    seenVersion: number,
    { isGood, note }: VillageAdviceInput,
  ): Promise<PurchaseView> {
    return this.purchases.editVillage(actor, id, villageId, 'advise', seenVersion, async (manager, { adviceAt }) => {
      const advice = { adviceIsGood: isGood, adviceNote: note, adviceAt: this.clock.now() };
      await manager.upsert(ProcurementVillage, { caseId: id, villageId, ...advice }, ['caseId', 'villageId']);
      const isFirst = adviceAt === null;
      return {
        details: { villageId, isGood, note },
        happened: isFirst ? [{ kind: 'village_advised', villageId }] : [],
      };
    });
  }

  /** Advises one of the quotes that meet the requirements. @throws Problem `invalid_input` for another. */
  async advise(actor: Actor, id: string, seenVersion: number, { quoteId, note }: AdviseInput): Promise<PurchaseView> {
    return this.purchases.move(actor, id, 'advise', seenVersion, (_, loaded) => {
      const { quote, letter } = requireQuote(loaded, quoteId.toLowerCase());
      return {
        patch: { advisedQuoteId: quote.id, adviceNote: note },
        details: { quoteId: quote.id, note },
        happened: [{ kind: 'advised', note: letter }],
      };
    });
  }

  /**
   * Decides who gets the order: the official whose mandate is enough for this quote, above it the alderman.
   * @throws Problem `already_decided` naming who was first, `not_allowed`, `stale_version`, `invalid_input`.
   */
  async decide(actor: Actor, id: string, seenVersion: number, input: DecideInput): Promise<PurchaseView> {
    const quoteId = input.quoteId.toLowerCase();
    await this.purchases.change(actor, id, async (manager, found) => {
      const loaded = {
        ...found,
        facts: { ...found.facts, totalCents: totalOf(found, quoteId) ?? found.facts.totalCents },
      };
      if (mayDecide(loaded.facts)) await this.requireUndecided(manager, loaded);
      await this.purchases.moveLocked(manager, actor, loaded, 'decide', seenVersion, () => {
        const { row, facts } = loaded;
        const { quote, letter } = requireQuote(loaded, quoteId);
        if (quote.id !== row.advisedQuoteId && input.reason === '') {
          throw invalidField('/reason', 'why another quote than the advised one');
        }
        const decidedAs = actsAsBuyer(facts) ? ('team' as const) : ('alderman' as const);
        const decidedCents = totalOf(loaded, quote.id);
        return {
          patch: {
            ...{ chosenQuoteId: quote.id, decidedCents, decidedAt: this.clock.now(), decidedBy: actor.personId },
            ...{ decidedAs, decisionReason: input.reason },
          },
          details: {
            quoteId: quote.id,
            decidedCents,
            decidedAs,
            mandateCents: facts.mandateCents,
            reason: input.reason,
          },
          happened: [{ kind: 'decided', note: letter }],
        };
      });
    });
    return this.purchases.see(actor, id);
  }

  /** Orders what was decided: whom it is for and who buys leave no more, and the points of the villages are in progress. */
  async order(actor: Actor, id: string, seenVersion: number, { reference, note }: OrderInput): Promise<PurchaseView> {
    const moved: FollowedMove[] = [];
    const view = await this.purchases.move(actor, id, 'order', seenVersion, async (manager, loaded) => {
      const { row, demand, villages, quotes, quantity } = loaded;
      const weeks = quotes.find((quote) => quote.id === row.chosenQuoteId)?.deliveryWeeks ?? 0;
      const dueOn = amsterdamDay(new Date(this.clock.now().getTime() + weeks * weekMs));
      const ids = demand.map(({ villageId }) => villageId);
      await this.collaborations.bind(manager, row.collaborationId, ids, row.buyer?.id ?? null);
      for (const { village, population } of villages) {
        if (!ids.includes(village.id)) continue;
        await manager.upsert(ProcurementVillage, { caseId: id, villageId: village.id, population }, [
          'caseId',
          'villageId',
        ]);
      }
      for (const proposalId of pointsOf(loaded, ids)) {
        moved.push(
          await this.following.follow(manager, actor, {
            ...{ proposalId, to: 'in_progress', story: '', collaborationId: row.collaborationId },
            ...{ teamId: row.buyer?.id ?? null, dueOn },
          }),
        );
      }
      return {
        patch: { orderReference: reference },
        details: { reference, note, dueOn, stayed: stayedOf(moved) },
        happened: [{ kind: 'ordered', count: quantity, note }],
      };
    });
    this.following.announce(moved);
    return view;
  }

  /** Books the saving: what the invoice says, once. @throws Problem `wrong_state` the second time. */
  async book(actor: Actor, id: string, seenVersion: number, input: BookInput): Promise<PurchaseView> {
    const { invoiceCents, invoiceReference, coordination } = input;
    requireSources(coordination, '/coordination');
    return this.purchases.edit(actor, id, 'book', seenVersion, async (manager, { row }) => {
      const { hours, rateCents, hoursSource, otherCents, otherSource } = coordination;
      const costs = { hours, rateCents, hoursSource, otherCents, otherSource };
      const booking = { caseId: id, at: this.clock.now(), bookedBy: actor.personId, invoiceCents, invoiceReference };
      await manager.insert(ProcurementBooking, { ...booking, ...costs });
      await this.collaborations.release(manager, row.collaborationId, 'all');
      return { details: { invoiceCents, invoiceReference, ...costs }, happened: [{ kind: 'booked' }] };
    });
  }

  /** Looks back: what others can learn from it. */
  async evaluate(actor: Actor, id: string, seenVersion: number, { lesson }: EvaluateInput): Promise<PurchaseView> {
    return this.purchases.move(actor, id, 'evaluate', seenVersion, () => ({
      patch: { lesson },
      details: { lesson },
      happened: [{ kind: 'evaluated', note: lesson }],
    }));
  }

  /** Who comes second hears what happened. @throws Problem `already_decided`. */
  private async requireUndecided(manager: EntityManager, { row, facts, quotes }: LoadedPurchase): Promise<void> {
    if (row.decidedAt === null || (row.state === 'decided' && !facts.isDecisionCurrent)) return;
    const [person] = await manager.query<{ readonly displayName: string }[]>(nameQuery, [row.decidedBy]);
    const letter = letterOf(quotes.findIndex(({ id }) => id === row.chosenQuoteId));
    const by = person?.displayName ?? 'somebody';
    throw new Problem('already_decided', `${by} decided for quote ${letter} at ${row.decidedAt.toISOString()}.`);
  }
}

/** A quote that can win, with its letter. @throws Problem `invalid_input`. */
function requireQuote({ quotes, quantity }: LoadedPurchase, id: string): { quote: QuoteRow; letter: string } {
  const index = quotes.findIndex((each) => each.id === id);
  const quote = quotes[index];
  const canWin = quote?.meetsRequirements === true && totalOf({ quotes, quantity }, id) !== null;
  if (!quote || !canWin) throw invalidField('/quoteId', 'a quote that meets the requirements and sells as many');
  return { quote, letter: letterOf(index) };
}

/** The points the lines of these villages come from, each once, always in the same order. */
export const pointsOf = ({ lines }: LoadedPurchase, villageIds: readonly string[]): string[] =>
  [
    ...new Set(
      lines.flatMap((line) => (line.proposalId && villageIds.includes(line.villageId) ? line.proposalId : [])),
    ),
  ].sort();

/** Points that did not move along, and why; the people of their village move them. */
export const stayedOf = (moves: readonly FollowedMove[]): object[] =>
  moves.flatMap(({ proposalId, stayed }) => (stayed ? [{ proposalId, stayed }] : []));
