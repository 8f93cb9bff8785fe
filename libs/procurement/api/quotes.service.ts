import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { Clock, Idempotency, Jobs } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import { Problem, amsterdamDay, invalidField, isDay } from '@kernagenda/shared/domain';
import { isPayable, priceBreakFault, procurementLimits, requireEdit } from '@kernagenda/procurement/domain';
import type {
  AssessmentInput,
  PurchaseView,
  QuoteInput,
  QuoteReceipt,
  RequestQuotesInput,
} from '@kernagenda/procurement/domain';
import { ProcurementEvent, ProcurementQuote } from './purchases.entities';
import { purchaseOpened } from './purchases.events';
import { Purchases } from './purchases';
import { PurchaseReader } from './purchases.reader';

const dayMs = 86_400_000;

/** Quotes from the moment they are asked for: sealed until the closing time, then looked at. */
@Injectable()
export class QuotesService implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly jobs: Jobs,
    private readonly purchases: Purchases,
    private readonly reader: PurchaseReader,
  ) {}

  onModuleInit(): void {
    this.jobs.subscribe(purchaseOpened, 'procurement-opened', ({ caseId }) => this.open(caseId));
  }

  /** Says until when quotes come in. @throws Problem `invalid_input` for a moment or day that is none, or out of order. */
  async request(actor: Actor, id: string, seenVersion: number, input: RequestQuotesInput): Promise<PurchaseView> {
    return this.purchases.move(actor, id, 'request_quotes', seenVersion, async (manager) => {
      const closesAt = this.requireMoments(input);
      const { adviceBy, decisionBy } = input;
      const afterSeconds = Math.ceil((closesAt.getTime() - this.clock.now().getTime()) / 1000);
      await this.jobs.publish(manager, purchaseOpened, { caseId: id }, { afterSeconds });
      return {
        patch: { closesAt, adviceBy, decisionBy },
        details: { closesAt: closesAt.toISOString(), adviceBy, decisionBy },
        happened: [{ kind: 'quotes_requested' }],
      };
    });
  }

  /**
   * Takes a quote in, and answers that it is in: no amount comes back, and none goes to the log. Who buys enters it; up to
   * the closing time by the clock of the server. @throws Problem `not_found`, `not_allowed`, `wrong_state`, `invalid_input`.
   */
  async add(actor: Actor, id: string, input: QuoteInput, call: IdempotentCall | null): Promise<QuoteReceipt> {
    return this.dataSource.transaction(async (manager) => {
      const loaded = await this.purchases.lock(manager, id, actor);
      return this.idempotency.once(manager, call, async () => {
        requireEdit('add_quote', loaded.row.state, loaded.facts);
        this.requireQuote(input, loaded.quantity);
        const receipts = await this.reader.listReceipts(manager, loaded);
        if (receipts.length >= procurementLimits.quotes) throw new Problem('wrong_state', 'There are too many quotes.');
        const { supplier, priceBreaks, deliveryCents, deliveryWeeks, warrantyMonths, validUntil, note } = input;
        const receivedAt = this.clock.now();
        const quote = await manager.save(
          manager.create(ProcurementQuote, {
            ...{ caseId: id, supplier, priceBreaks, deliveryCents, deliveryWeeks, warrantyMonths, validUntil, note },
            ...{ receivedAt, enteredBy: actor.personId },
          }),
        );
        await this.purchases.record(manager, actor, 'add_quote', id, { quoteId: quote.id, supplier });
        return { id: quote.id, supplier, receivedAt: receivedAt.toISOString() };
      });
    });
  }

  /** Takes a quote back before the close, unread. @throws Problem `not_found`, `not_allowed`, `wrong_state`. */
  async withdraw(actor: Actor, quoteId: string): Promise<void> {
    const { caseId } = await this.find(quoteId);
    await this.dataSource.transaction(async (manager) => {
      const { row, facts } = await this.purchases.lock(manager, caseId, actor);
      requireEdit('add_quote', row.state, facts);
      const { affected } = await manager.update(
        ProcurementQuote,
        { id: quoteId, withdrawnAt: IsNull() },
        { withdrawnAt: this.clock.now() },
      );
      if (!affected) throw new Problem('wrong_state', 'It was withdrawn already.');
      await this.purchases.record(manager, actor, 'withdraw_quote', caseId, { quoteId });
    });
  }

  /** Says whether a quote meets the requirements, after the close. @throws Problem `invalid_input` without saying why not. */
  async assess(actor: Actor, quoteId: string, seenVersion: number, input: AssessmentInput): Promise<PurchaseView> {
    const { meetsRequirements, note } = input;
    const { caseId } = await this.find(quoteId);
    return this.purchases.edit(actor, caseId, 'assess_quotes', seenVersion, async (manager, { quotes }) => {
      if (!quotes.some(({ id }) => id === quoteId)) throw new Problem('not_found');
      if (!meetsRequirements && note === '') throw invalidField('/note', 'which requirement it does not meet');
      await manager.update(ProcurementQuote, quoteId, { meetsRequirements, assessment: note });
      return { details: { quoteId, meetsRequirements, note } };
    });
  }

  /** Tells everyone that prices are open; once, whatever happened in between. */
  private async open(caseId: string): Promise<void> {
    const opened = await this.dataSource.transaction(async (manager) => {
      const { row, facts, quotes } = await this.reader.load(manager, caseId, null);
      if (!facts.areQuotesOpen) return null;
      const event = {
        caseId,
        at: row.closesAt ?? this.clock.now(),
        kind: 'quotes_opened',
        count: quotes.length,
      } as const;
      const { raw } = await manager
        .createQueryBuilder()
        .insert()
        .into(ProcurementEvent)
        .values(event)
        .orIgnore()
        .returning('id')
        .execute();
      return Array.isArray(raw) && raw.length > 0 ? row.collaborationId : null;
    });
    if (opened) this.purchases.announce(opened, caseId);
  }

  private async find(id: string): Promise<ProcurementQuote> {
    const quote = await this.dataSource.manager.findOne(ProcurementQuote, {
      where: { id },
      select: { id: true, caseId: true },
    });
    if (!quote) throw new Problem('not_found');
    return quote;
  }

  private requireMoments({ closesAt, adviceBy, decisionBy }: RequestQuotesInput): Date {
    const now = this.clock.now();
    const at = new Date(closesAt);
    if (Number.isNaN(at.getTime()) || at <= now) throw invalidField('/closesAt', 'a moment after now');
    if (at.getTime() > now.getTime() + procurementLimits.closingDays * dayMs) {
      throw invalidField('/closesAt', `at most ${procurementLimits.closingDays} days ahead`);
    }
    if (!isDay(adviceBy) || adviceBy < amsterdamDay(at))
      throw invalidField('/adviceBy', 'a day, not before the closing');
    if (!isDay(decisionBy) || decisionBy < adviceBy) throw invalidField('/decisionBy', 'a day, not before the advice');
    return at;
  }

  private requireQuote(input: QuoteInput, quantity: number): void {
    const { priceBreaks, validUntil } = input;
    const fault = priceBreakFault(priceBreaks);
    if (fault) throw invalidField(`/priceBreaks/${fault.index}/fromQuantity`, fault.detail);
    if (!isPayable(input, quantity)) throw invalidField('/priceBreaks', 'prices that can be paid for this quantity');
    if (!isDay(validUntil) || validUntil < amsterdamDay(this.clock.now())) {
      throw invalidField('/validUntil', 'a day, today or later');
    }
  }
}
