import { Component, computed, inject, input } from '@angular/core';
import type { CollaborationView } from '@kernagenda/collaborations/domain';
import {
  type PurchaseInput,
  type PurchaseKind,
  type ShareKey,
  procurementLimits,
  purchaseKinds,
  shareKeys,
} from '@kernagenda/procurement/domain';
import { PurchasesClient, purchaseWords } from '@kernagenda/procurement/web';
import { FoldForm, type Sent } from '../../forms/fold-form';
import { type FormField, type Values, isFilled, isLong } from '../../forms/form-fields';
import { OpenPurchase } from '../open-purchase';
import { purchaseNl } from '../purchase-nl';
import { purchaseActsNl } from './acts-nl';
import { text } from './fields';

const nl = purchaseNl.start;
const limits = procurementLimits;
const fields: readonly FormField[] = [
  { name: 'what', kind: 'text', ...nl.what, isHalf: true, isFine: isLong(limits.what.min, limits.what.max) },
  { name: 'unit', kind: 'text', ...nl.unit, isHalf: true, isFine: isLong(limits.unit.min, limits.unit.max) },
  {
    name: 'kind',
    kind: 'choice',
    ...nl.kind,
    isFine: isFilled,
    choices: purchaseKinds.map((kind) => ({ value: kind, label: purchaseWords.kinds[kind] })),
  },
  {
    name: 'shareKey',
    kind: 'choice',
    ...nl.shareKey,
    isFine: isFilled,
    choices: shareKeys.map((key) => ({ value: key, label: purchaseWords.shareKeys[key] })),
  },
];

/** What is bought and how the costs are shared: to begin with, or to change while the demand is gathered. */
@Component({
  selector: 'ka-start-purchase',
  imports: [FoldForm],
  template: `
    <ka-fold-form
      [look]="existing() ? 'quiet' : 'samen'"
      [name]="view().id + ' purchase'"
      [button]="existing() ? acts.change.button : nl.button"
      [title]="existing() ? acts.change.title : nl.title"
      [submit]="existing() ? '' : nl.button"
      [fields]="fields"
      [initial]="initial()"
      [version]="existing()?.version ?? null"
      [send]="send"
      [done]="existing() ? acts.change.done : nl.done"
      (sent)="purchase.took($event)"
      (refused)="purchase.reload()"
    />
  `,
})
export class StartPurchase {
  private readonly client = inject(PurchasesClient);
  protected readonly purchase = inject(OpenPurchase);
  readonly view = input.required<CollaborationView>();
  /** Whether the one that is there is changed, or another begun. */
  readonly isChange = input(false);
  protected readonly nl = nl;
  protected readonly acts = purchaseActsNl;
  protected readonly fields = fields;
  protected readonly existing = computed(() => (this.isChange() ? this.purchase.view() : null));
  protected readonly initial = computed<Values>(() => {
    const { what, unit, kind, shareKey } = this.existing() ?? {
      what: '',
      unit: '',
      kind: 'goods_services',
      shareKey: 'quantity',
    };
    return { what, unit, kind, shareKey };
  });

  protected readonly send = ({ values, version, key }: Sent): Promise<unknown> => {
    const existing = this.existing();
    const input: PurchaseInput = {
      collaborationId: this.view().id,
      what: text(values, 'what'),
      unit: text(values, 'unit'),
      kind: values['kind'] as PurchaseKind,
      shareKey: values['shareKey'] as ShareKey,
    };
    const { collaborationId: _, ...update } = input;
    return existing ? this.client.change(existing, update, version) : this.client.start(input, key);
  };
}
