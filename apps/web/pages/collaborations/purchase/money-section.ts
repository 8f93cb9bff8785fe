import { Component, computed, inject } from '@angular/core';
import { type Coordination, coordinationCents, procurementLimits } from '@kernagenda/procurement/domain';
import { PurchasesClient } from '@kernagenda/procurement/web';
import { euroName, euroText } from '@kernagenda/shared/web/money';
import { type FormField, type Values, isFilled, isLong } from '../../forms/form-fields';
import { OpenPurchase } from '../open-purchase';
import { purchaseActsNl } from './acts-nl';
import { cents, isEuro, isWhole, text, whole } from './fields';
import { type Act, PurchaseAct } from './purchase-act';

const nl = purchaseActsNl;
const limits = procurementLimits;
const { coordination: words } = nl;

const coordinationFields: readonly FormField[] = [
  { name: 'hours', kind: 'number', ...words.hours, isHalf: true, isFine: isWhole(0, limits.hours) },
  { name: 'rateCents', kind: 'euro', ...words.rate, isHalf: true, isFine: isEuro() },
  { name: 'hoursSource', kind: 'text', ...words.hoursSource, isFine: isLong(0, limits.source.max) },
  { name: 'otherCents', kind: 'euro', ...words.other, isHalf: true, isFine: isEuro(true) },
  {
    name: 'otherSource',
    kind: 'text',
    ...words.otherSource,
    isHalf: true,
    isFine: (value, values) => value.length <= limits.source.max && (isFilled(value) || !cents(values, 'otherCents')),
  },
];

const valuesOf = ({ hours, rateCents, hoursSource, otherCents, otherSource }: Coordination): Values => ({
  hours: String(hours),
  rateCents: euroText(rateCents),
  hoursSource,
  otherCents: otherCents ? euroText(otherCents) : '',
  otherSource,
});

const coordinationOf = (values: Values): Coordination => ({
  hours: whole(values, 'hours'),
  rateCents: cents(values, 'rateCents'),
  hoursSource: text(values, 'hoursSource'),
  otherCents: cents(values, 'otherCents'),
  otherSource: text(values, 'otherSource'),
});

/** What doing it together costs, each figure with its source, and the booking after the invoice. */
@Component({
  selector: 'ka-money-section',
  imports: [PurchaseAct],
  template: `
    @if (purchase(); as view) {
      <section class="ka-stack ka-stack--near" aria-labelledby="coordination">
        <h2 id="coordination">{{ nl.coordination.title }}</h2>
        <p class="ka-soft">{{ nl.coordination.lead }}</p>
        <dl class="ka-review">
          @for (row of rows(); track row.name) {
            <div>
              <dt>{{ row.name }}</dt>
              <dd>{{ row.amount }}</dd>
            </div>
          }
        </dl>
        @if (open.may('change_coordination')) {
          <ka-purchase-act [act]="change()" />
        }
      </section>
      @if (view.booked || open.may('book') || open.may('evaluate')) {
        <section class="ka-stack ka-stack--near" aria-labelledby="booking">
          <h2 id="booking">{{ nl.book.title }}</h2>
          @if (view.booked; as booked) {
            <p>{{ nl.book.made(booked.invoiceReference, booked.at) }}</p>
          }
          @if (open.may('book')) {
            <ka-purchase-act [act]="book()" />
          }
          @if (open.may('evaluate')) {
            <ka-purchase-act [act]="evaluate" />
          }
        </section>
      }
    }
  `,
  host: { class: 'ka-stack ka-stack--far' },
})
export class MoneySection {
  private readonly client = inject(PurchasesClient);
  protected readonly open = inject(OpenPurchase);
  protected readonly nl = nl;
  protected readonly purchase = this.open.view;
  private readonly coordination = computed<Coordination | null>(
    () => this.purchase()?.booked?.coordination ?? this.purchase()?.coordination ?? null,
  );
  protected readonly rows = computed(() => {
    const coordination = this.coordination();
    if (!coordination) return [];
    const { hours, rateCents, hoursSource, otherCents, otherSource } = coordination;
    return [
      { name: hoursSource || words.hours.label, amount: words.row(hours, euroName(rateCents)) },
      ...(otherCents ? [{ name: otherSource, amount: euroName(otherCents) }] : []),
      { name: words.sum, amount: euroName(coordinationCents(coordination)) },
    ];
  });
  protected readonly change = computed<Act>(() => ({
    name: 'coordination',
    button: words.button,
    title: words.title,
    fields: coordinationFields,
    initial: this.initial(),
    done: words.done,
    send: ({ values, version }) => this.client.changeCoordination(this.ref(), coordinationOf(values), version),
  }));
  protected readonly book = computed<Act>(() => ({
    name: 'book',
    button: nl.book.button,
    look: 'main',
    lead: nl.book.lead,
    done: nl.book.done,
    fields: [
      { name: 'invoiceCents', kind: 'euro', ...nl.book.invoice, isHalf: true, isFine: isEuro() },
      {
        name: 'invoiceReference',
        kind: 'text',
        ...nl.book.reference,
        isHalf: true,
        isFine: (value) => isFilled(value) && value.length <= 120,
      },
      ...coordinationFields,
    ],
    initial: this.initial(),
    send: ({ values, version }) =>
      this.client.book(
        this.ref(),
        {
          invoiceCents: cents(values, 'invoiceCents'),
          invoiceReference: text(values, 'invoiceReference'),
          coordination: coordinationOf(values),
        },
        version,
      ),
  }));
  protected readonly evaluate: Act = {
    name: 'evaluate',
    button: nl.evaluate.button,
    done: nl.evaluate.done,
    fields: [{ name: 'lesson', kind: 'words', ...nl.evaluate.lesson, isFine: isLong(0, limits.note.max) }],
    send: ({ values, version }) => this.client.evaluate(this.ref(), { lesson: text(values, 'lesson') }, version),
  };

  private initial(): Values {
    const coordination = this.purchase()?.coordination;
    return coordination ? valuesOf(coordination) : {};
  }

  private ref(): { readonly id: string } {
    return { id: this.purchase()?.id ?? '' };
  }
}
