import { Component, computed, inject } from '@angular/core';
import { procurementLimits } from '@kernagenda/procurement/domain';
import { PurchasesClient } from '@kernagenda/procurement/web';
import { isLong } from '../../forms/form-fields';
import { OpenPurchase } from '../open-purchase';
import { purchaseActsNl } from './acts-nl';
import { text } from './fields';
import { type Act, PurchaseAct } from './purchase-act';

const { end } = purchaseActsNl;
const { reason: limit } = procurementLimits;

/** The ways out, each with a reason: not together, or not at all. */
@Component({
  selector: 'ka-end-section',
  imports: [PurchaseAct],
  template: `
    @if (acts().length) {
      <div class="ka-fold-row">
        @for (act of acts(); track act.name) {
          <ka-purchase-act [act]="act" />
        }
      </div>
    }
  `,
})
export class EndSection {
  private readonly client = inject(PurchasesClient);
  private readonly open = inject(OpenPurchase);
  protected readonly acts = computed<readonly Act[]>(() => [
    ...(this.open.may('end_not_joint')
      ? [this.act('end_not_joint', end.notJoint, (...sent) => this.client.endNotJoint(...sent))]
      : []),
    ...(this.open.may('cancel') ? [this.act('cancel', end.cancel, (...sent) => this.client.cancel(...sent))] : []),
  ]);

  private act(name: string, { reason, ...words }: typeof end.cancel, send: PurchasesClient['cancel']): Act {
    return {
      ...words,
      name,
      look: 'quiet',
      fields: [{ name: 'reason', kind: 'words', ...reason, isFine: isLong(limit.min, limit.max) }],
      send: ({ values, version }) =>
        send({ id: this.open.view()?.id ?? '' }, { reason: text(values, 'reason') }, version),
    };
  }
}
