import { Component, inject, input } from '@angular/core';
import { obstacleIn } from '@kernagenda/procurement/web';
import { FoldForm, type Sent } from '../../forms/fold-form';
import type { FormField, Values } from '../../forms/form-fields';
import { OpenPurchase } from '../open-purchase';

/** Something that is done with the purchase: its button, what it asks and what it sends. */
export interface Act {
  readonly name: string;
  readonly button: string;
  readonly about?: string;
  readonly look?: 'main' | 'second' | 'quiet' | 'samen';
  readonly title?: string;
  readonly lead?: string;
  readonly fields?: readonly FormField[];
  readonly initial?: Values;
  readonly submit?: string;
  /** The version of what is changed; that of the purchase where it is not given. */
  readonly version?: number;
  readonly send: (sent: Sent) => Promise<unknown>;
  readonly done: string;
  readonly failures?: Readonly<Record<string, string>>;
  /** Says more of what went wrong; empty when it cannot. */
  readonly explain?: (error: unknown) => string;
}

/** The form of one act; afterwards, done or refused, the purchase is read again. */
@Component({
  selector: 'ka-purchase-act',
  imports: [FoldForm],
  template: `
    <ka-fold-form
      [name]="(purchase.view()?.id ?? '') + ' ' + act().name"
      [button]="act().button"
      [about]="act().about ?? ''"
      [look]="act().look ?? 'second'"
      [title]="act().title ?? ''"
      [lead]="act().lead ?? ''"
      [fields]="act().fields ?? none"
      [initial]="act().initial ?? nothing"
      [submit]="act().submit ?? act().button"
      [version]="act().version ?? purchase.view()?.version ?? null"
      [send]="act().send"
      [done]="act().done"
      [failures]="act().failures ?? nothing"
      [explain]="explain"
      (sent)="purchase.took($event)"
      (refused)="purchase.reload()"
    >
      <ng-content select="[more]" ngProjectAs="[more]" />
    </ka-fold-form>
  `,
  host: { class: 'ka-purchase-act' },
})
export class PurchaseAct {
  protected readonly purchase = inject(OpenPurchase);
  readonly act = input.required<Act>();
  protected readonly none: readonly FormField[] = [];
  protected readonly nothing: Values = {};
  protected readonly explain = (error: unknown): string => this.act().explain?.(error) || obstacleIn(error);
}
