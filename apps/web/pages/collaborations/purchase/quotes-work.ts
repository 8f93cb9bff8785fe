import { Component, computed, inject } from '@angular/core';
import {
  type PurchaseView,
  type PurchaseVillageView,
  type QuoteReceipt,
  type QuoteView,
  procurementLimits,
} from '@kernagenda/procurement/domain';
import { PurchasesClient, QuotesSection } from '@kernagenda/procurement/web';
import { amsterdamDay } from '@kernagenda/shared/domain';
import { Icon } from '@kernagenda/shared/ui';
import { Clock } from '@kernagenda/shared/web';
import { euroName } from '@kernagenda/shared/web/money';
import { type FormField, isFilled, isLong } from '../../forms/form-fields';
import { OpenPurchase } from '../open-purchase';
import { purchaseActsNl } from './acts-nl';
import { cents, isEuro, isWhole, momentIn, momentText, text, whole, yesOrNo } from './fields';
import { breakFields, breaksOf } from './price-breaks';
import { type Act, PurchaseAct } from './purchase-act';

const nl = purchaseActsNl;
const limits = procurementLimits;
const note = (field: { readonly label: string; readonly hint: string; readonly fault: string }): FormField => ({
  name: 'note',
  kind: 'words',
  ...field,
  isFine: isLong(0, limits.note.max),
});

/** From asking for prices to the decision: sealed quotes, what villages think, what is put forward and what is chosen. */
@Component({
  selector: 'ka-quotes-work',
  imports: [Icon, PurchaseAct, QuotesSection],
  templateUrl: './quotes-work.html',
})
export class QuotesWork {
  private readonly client = inject(PurchasesClient);
  private readonly clock = inject(Clock);
  protected readonly open = inject(OpenPurchase);
  protected readonly nl = nl;
  protected readonly euro = euroName;
  protected readonly purchase = this.open.view;

  protected readonly request = computed<Act>(() => {
    const now = momentText(this.clock.now());
    const dayOf = (moment: string | undefined): string => (moment ?? '').slice(0, 10);
    const { closesAt, adviceBy, decisionBy, ...form } = nl.quotes.request;
    return {
      ...form,
      name: 'request',
      look: 'main',
      fields: [
        { name: 'closesAt', kind: 'moment', ...closesAt, min: now, isFine: (value) => value > now },
        {
          name: 'adviceBy',
          kind: 'day',
          ...adviceBy,
          isHalf: true,
          min: now.slice(0, 10),
          isFine: (day, values) => day !== '' && day >= dayOf(values['closesAt']),
        },
        {
          name: 'decisionBy',
          kind: 'day',
          ...decisionBy,
          isHalf: true,
          min: now.slice(0, 10),
          isFine: (day, values) => day !== '' && day >= (values['adviceBy'] ?? ''),
        },
      ],
      send: ({ values, version }) =>
        this.client.requestQuotes(
          this.ref(),
          {
            closesAt: momentIn(values['closesAt'] ?? '').toISOString(),
            adviceBy: values['adviceBy'] ?? '',
            decisionBy: values['decisionBy'] ?? '',
          },
          version,
        ),
    };
  });

  protected readonly add = computed<Act>(() => {
    const { add } = nl.quotes;
    const today = amsterdamDay(this.clock.now());
    return {
      name: 'quote',
      button: add.button,
      look: 'main',
      lead: add.lead,
      submit: add.submit,
      done: add.done,
      fields: [
        { name: 'supplier', kind: 'text', ...add.supplier, isFine: isLong(limits.supplier.min, limits.supplier.max) },
        ...breakFields,
        { name: 'deliveryCents', kind: 'euro', ...add.deliveryCents, isHalf: true, isFine: isEuro(true) },
        {
          name: 'deliveryWeeks',
          kind: 'number',
          ...add.deliveryWeeks,
          isHalf: true,
          isFine: isWhole(0, limits.deliveryWeeks),
        },
        {
          name: 'warrantyMonths',
          kind: 'number',
          ...add.warrantyMonths,
          isHalf: true,
          isFine: isWhole(0, limits.warrantyMonths),
        },
        {
          name: 'validUntil',
          kind: 'day',
          ...add.validUntil,
          isHalf: true,
          min: today,
          isFine: (day) => day > today,
        },
        note(add.note),
      ],
      initial: { from1: '1' },
      send: ({ values, key }) =>
        this.client.addQuote(
          this.ref(),
          {
            supplier: text(values, 'supplier'),
            priceBreaks: breaksOf(values),
            deliveryCents: cents(values, 'deliveryCents'),
            deliveryWeeks: whole(values, 'deliveryWeeks'),
            warrantyMonths: whole(values, 'warrantyMonths'),
            validUntil: values['validUntil'] ?? '',
            note: text(values, 'note'),
          },
          key,
        ),
    };
  });

  protected readonly receipts = computed(() =>
    (this.purchase()?.quotes.receipts ?? []).map((receipt) => ({ ...receipt, act: this.withdrawAct(receipt) })),
  );

  protected readonly assessments = computed(() =>
    this.open.may('assess_quotes') ? (this.purchase()?.quotes.items ?? []).map((quote) => this.assessAct(quote)) : [],
  );

  protected readonly advices = computed(() =>
    (this.purchase()?.perVillage ?? []).map((side) => ({
      ...side,
      act: side.allowedActions.includes('advise') ? this.villageAct(side) : null,
    })),
  );

  protected readonly advise = computed<Act>(() => {
    const { quote, note: noteField, button, done, option } = nl.advice.buyer;
    return {
      name: 'advise',
      button,
      look: 'main',
      done,
      fields: [
        {
          name: 'quoteId',
          kind: 'choice',
          ...quote,
          isFine: isFilled,
          choices: this.suitable().map(({ id, letter, totalCents }) => ({
            value: id,
            label: option(letter, euroName(totalCents ?? 0)),
          })),
        },
        note(noteField),
      ],
      initial: { quoteId: this.suitable()[0]?.id ?? '' },
      send: ({ values, version }) =>
        this.client.advise(this.ref(), { quoteId: values['quoteId'] ?? '', note: text(values, 'note') }, version),
    };
  });

  protected readonly decide = computed<Act>(() => {
    const advised = this.purchase()?.quotes.items.find(({ isAdvised }) => isAdvised)?.id ?? '';
    const { quote, reason, button, done, failures } = nl.decide;
    return {
      name: 'decide',
      button,
      look: 'main',
      lead: nl.decide.by[this.purchase()?.decider ?? 'team'],
      done,
      failures,
      fields: [
        {
          name: 'quoteId',
          kind: 'choice',
          ...quote,
          isFine: isFilled,
          choices: this.suitable().map(({ id, letter, totalCents }) => ({
            value: id,
            label: nl.advice.buyer.option(letter, euroName(totalCents ?? 0)),
          })),
        },
        {
          name: 'reason',
          kind: 'words',
          ...reason,
          isFine: (value, values) => values['quoteId'] === advised || value.trim().length >= limits.reason.min,
        },
      ],
      initial: { quoteId: advised },
      send: ({ values, version }) =>
        this.client.decide(this.ref(), { quoteId: values['quoteId'] ?? '', reason: text(values, 'reason') }, version),
    };
  });

  protected readonly order = computed<Act>(() => {
    const { reference, note: noteField, ...form } = nl.order;
    return {
      ...form,
      name: 'order',
      look: 'main',
      fields: [{ name: 'reference', kind: 'text', ...reference, isFine: isLong(0, 120) }, note(noteField)],
      send: ({ values, version }) =>
        this.client.order(this.ref(), { reference: text(values, 'reference'), note: text(values, 'note') }, version),
    };
  });

  protected readonly shows = computed(() => {
    const purchase = this.purchase();
    return !!purchase && (purchase.quotes.closesAt !== null || this.open.may('request_quotes'));
  });

  private readonly suitable = computed(() =>
    (this.purchase()?.quotes.items ?? []).filter((quote) => quote.meetsRequirements && quote.totalCents !== null),
  );

  private assessAct({ id, letter, meetsRequirements, assessment }: QuoteView): Act {
    const { button, meets, yes, no, note: noteField, done } = nl.quotes.assess;
    return {
      name: `assess ${id}`,
      button: button(letter),
      done,
      fields: [
        { name: 'meets', kind: 'choice', ...meets, isFine: isFilled, choices: yesOrNo(yes, no) },
        {
          name: 'note',
          kind: 'words',
          ...noteField,
          isFine: (value, values) => value.length <= limits.note.max && (values['meets'] !== 'no' || isFilled(value)),
        },
      ],
      initial: { meets: meetsRequirements === null ? '' : meetsRequirements ? 'yes' : 'no', note: assessment },
      send: ({ values, version }) =>
        this.client.assess(id, { meetsRequirements: values['meets'] === 'yes', note: text(values, 'note') }, version),
    };
  }

  private withdrawAct({ id, supplier }: QuoteReceipt): Act {
    return {
      ...nl.quotes.withdraw,
      name: `withdraw ${id}`,
      look: 'quiet',
      about: ` van ${supplier}`,
      send: () => this.client.withdrawQuote(id),
    };
  }

  private villageAct({ village, advice }: PurchaseVillageView): Act {
    const { button, isGood, yes, no, note: noteField, done } = nl.advice;
    return {
      name: `village advice ${village.id}`,
      button: button(village.name),
      done,
      fields: [
        { name: 'isGood', kind: 'choice', ...isGood, isFine: isFilled, choices: yesOrNo(yes, no) },
        note(noteField),
      ],
      initial: { isGood: advice ? (advice.isGood ? 'yes' : 'no') : '', note: advice?.note ?? '' },
      send: ({ values }) =>
        this.client.adviseForVillage(
          this.ref(),
          village.id,
          { isGood: values['isGood'] === 'yes', note: text(values, 'note') },
          this.open.version(),
        ),
    };
  }

  private ref(): Pick<PurchaseView, 'id'> {
    return { id: this.purchase()?.id ?? '' };
  }
}
