import { Component, computed, inject } from '@angular/core';
import {
  type DemandChange,
  type DemandField,
  type DemandLineInput,
  type DemandLineView,
  type PurchaseVillageView,
  procurementLimits,
} from '@kernagenda/procurement/domain';
import { PurchasesClient, purchaseWords } from '@kernagenda/procurement/web';
import { dateName } from '@kernagenda/shared/web';
import { centsIn, euroName, euroText } from '@kernagenda/shared/web/money';
import { type FormField, type Values, isFilled, isLong } from '../../forms/form-fields';
import { OpenPurchase } from '../open-purchase';
import { purchaseActsNl } from './acts-nl';
import { isEuro, isWhole, text, whole } from './fields';
import { type Act, PurchaseAct } from './purchase-act';

const nl = purchaseActsNl.demand;
const limits = procurementLimits;
const numberFormat = new Intl.NumberFormat('nl-NL');

const fields: readonly FormField[] = [
  { name: 'what', kind: 'text', ...nl.fields.what, isFine: isLong(limits.lineWhat.min, limits.lineWhat.max) },
  {
    name: 'quantity',
    kind: 'number',
    ...nl.fields.quantity,
    isHalf: true,
    isFine: isWhole(limits.quantity.min, limits.quantity.max),
  },
  { name: 'neededBy', kind: 'day', ...nl.fields.neededBy, isHalf: true },
  { name: 'specification', kind: 'words', ...nl.fields.specification, isFine: isLong(0, limits.specification.max) },
  { name: 'separatePriceCents', kind: 'euro', ...nl.fields.separatePriceCents, isHalf: true, isFine: isEuro(true) },
  { name: 'budgetCents', kind: 'euro', ...nl.fields.budgetCents, isHalf: true, isFine: isEuro(true) },
  {
    name: 'separatePriceSource',
    kind: 'text',
    ...nl.fields.separatePriceSource,
    isFine: (value, values) =>
      value.length <= limits.source.max && (isFilled(value) || !isFilled(values['separatePriceCents'] ?? '')),
  },
];

const inputOf = (values: Values): DemandLineInput => ({
  what: text(values, 'what'),
  quantity: whole(values, 'quantity'),
  specification: text(values, 'specification'),
  neededBy: values['neededBy'] || null,
  budgetCents: centsIn(values['budgetCents'] ?? ''),
  separatePriceCents: centsIn(values['separatePriceCents'] ?? ''),
  separatePriceSource: text(values, 'separatePriceSource'),
});

const valuesOf = (line: DemandLineView): Values => ({
  what: line.what,
  quantity: String(line.quantity),
  specification: line.specification,
  neededBy: line.neededBy ?? '',
  budgetCents: euroText(line.budgetCents),
  separatePriceCents: euroText(line.separatePriceCents),
  separatePriceSource: line.separatePriceSource,
});

/** What each village asks for, line by line, and what became different since it was frozen. */
@Component({
  selector: 'ka-demand-section',
  imports: [PurchaseAct],
  templateUrl: './demand-section.html',
  host: { class: 'ka-stack' },
})
export class DemandSection {
  private readonly client = inject(PurchasesClient);
  protected readonly open = inject(OpenPurchase);
  protected readonly nl = nl;
  protected readonly euro = euroName;
  protected readonly purchase = this.open.view;
  protected readonly freeze: Act = {
    ...nl.freeze,
    name: 'freeze',
    look: 'main',
    send: ({ version }) => this.client.freeze(this.ref(), version),
  };
  /** The same objects until the purchase differs: what is being typed in a form stays in it. */
  protected readonly sides = computed(() =>
    (this.purchase()?.perVillage ?? []).map((side) => ({
      ...side,
      total: nl.total(numberFormat.format(side.quantity), this.purchase()?.unit ?? ''),
      add: side.allowedActions.includes('add_line') ? this.addAct(side) : null,
      rows: side.lines.map((line) => ({
        ...line,
        facts: this.factsOf(line),
        edit: line.allowedActions.includes('edit') ? this.editAct(line) : null,
        remove: line.allowedActions.includes('remove') ? this.removeAct(line) : null,
      })),
    })),
  );
  protected readonly changes = computed(() =>
    (this.purchase()?.changes ?? []).map((change) => ({
      id: `${change.kind} ${change.lineId}`,
      title: `${this.villageOf(change)}: ${nl.changes[change.kind](change.what)}`,
      fields: change.fields.map(({ field, from, to }) =>
        nl.changes.from(purchaseWords.demandFields[field], this.shown(field, from), this.shown(field, to)),
      ),
    })),
  );

  private addAct({ village }: PurchaseVillageView): Act {
    return {
      name: `add ${village.id}`,
      button: nl.add,
      about: nl.addFor(village.name),
      title: `${nl.add}${nl.addFor(village.name)}`,
      fields,
      submit: nl.add,
      done: nl.done,
      send: ({ values, key }) =>
        this.client.addLine(this.ref(), { ...inputOf(values), villageId: village.id, proposalId: null }, key),
    };
  }

  private editAct(line: DemandLineView): Act {
    return {
      name: `edit ${line.id}`,
      button: nl.edit,
      about: nl.about(line.what),
      look: 'quiet',
      fields,
      initial: valuesOf(line),
      submit: nl.edit,
      version: line.version,
      done: nl.done,
      send: ({ values, version }) => this.client.changeLine(line.id, inputOf(values), version),
    };
  }

  private removeAct(line: DemandLineView): Act {
    return {
      name: `remove ${line.id}`,
      button: nl.remove,
      about: nl.about(line.what),
      look: 'quiet',
      lead: nl.removeLead,
      submit: nl.remove,
      version: line.version,
      done: nl.removed,
      send: ({ version }) => this.client.removeLine(line.id, version),
    };
  }

  private factsOf({ neededBy, budgetCents, separatePriceCents }: DemandLineView): string {
    return [
      neededBy ? nl.needed(neededBy) : '',
      budgetCents === null ? '' : nl.budget(euroName(budgetCents)),
      separatePriceCents === null ? '' : nl.apart(euroName(separatePriceCents)),
    ]
      .filter(Boolean)
      .join(' · ');
  }

  private villageOf({ villageId }: DemandChange): string {
    const { perVillage = [], left = [] } = this.purchase() ?? {};
    return [...perVillage, ...left].find(({ village }) => village.id === villageId)?.village.name ?? '';
  }

  private shown(field: DemandField, value: string | number | null): string {
    if (value === null || value === '') return nl.changes.empty;
    if (field === 'budgetCents' || field === 'separatePriceCents') return euroName(Number(value));
    if (field === 'neededBy') return dateName(String(value));
    return typeof value === 'number' ? numberFormat.format(value) : value;
  }

  private ref(): { readonly id: string } {
    return { id: this.purchase()?.id ?? '' };
  }
}
