import { Component, computed, inject } from '@angular/core';
import { type PurchaseVillageView, procurementLimits } from '@kernagenda/procurement/domain';
import { PurchasesClient } from '@kernagenda/procurement/web';
import { PhotoList } from '@kernagenda/proposals/web/photo-list';
import { amsterdamDay } from '@kernagenda/shared/domain';
import { Clock } from '@kernagenda/shared/web';
import { isFilled, isLong } from '../../forms/form-fields';
import { OpenPurchase } from '../open-purchase';
import { purchaseActsNl } from './acts-nl';
import { DeliverForm } from './deliver-form';
import { text, yesOrNo } from './fields';
import { type Act, PurchaseAct } from './purchase-act';

const nl = purchaseActsNl.delivery;

/** Per village when it comes, how it became and whether it is content. */
@Component({
  selector: 'ka-delivery-section',
  imports: [DeliverForm, PhotoList, PurchaseAct],
  template: `
    <h2 id="delivery">{{ nl.title }}</h2>
    <p class="ka-soft">{{ nl.lead }}</p>
    <ul class="ka-tasks ka-after-heading">
      @for (side of sides(); track side.village.id) {
        <li class="ka-stack ka-stack--near">
          <div>
            <h3>{{ side.village.name }}</h3>
            <p [attr.class]="side.delivery?.deliveredOn ? 'ka-saved' : 'ka-small ka-soft'">{{ side.when }}</p>
          </div>
          @if (side.delivery?.story; as story) {
            <p class="ka-prewrap">{{ story }}</p>
          }
          @if (side.delivery; as delivery) {
            <ka-photo-list path="/api/v1/delivery-photos" [photos]="delivery.photos" />
          }
          @if (side.evaluation; as evaluation) {
            <p>
              <b>{{ evaluation.isContent ? nl.evaluate.content : nl.evaluate.discontent }}</b>
              @if (evaluation.note) {
                ‘{{ evaluation.note }}’
              }
            </p>
          }
          @if (side.plan; as act) {
            <ka-purchase-act [act]="act" />
          }
          @if (side.allowedActions.includes('deliver')) {
            <ka-deliver-form [side]="side" />
          }
          @if (side.evaluate; as act) {
            <ka-purchase-act [act]="act" />
          }
        </li>
      }
    </ul>
  `,
})
export class DeliverySection {
  private readonly client = inject(PurchasesClient);
  private readonly clock = inject(Clock);
  private readonly open = inject(OpenPurchase);
  protected readonly nl = nl;
  protected readonly sides = computed(() =>
    (this.open.view()?.perVillage ?? []).map((side) => ({
      ...side,
      when: whenOf(side),
      plan: side.allowedActions.includes('plan_delivery') ? this.planAct(side) : null,
      evaluate: side.allowedActions.includes('evaluate') ? this.evaluateAct(side) : null,
    })),
  );

  private planAct({ village, delivery }: PurchaseVillageView): Act {
    const today = amsterdamDay(this.clock.now());
    return {
      name: `plan ${village.id}`,
      button: nl.plan.button(village.name),
      done: nl.plan.done,
      fields: [{ name: 'plannedOn', kind: 'day', ...nl.plan.day, min: today, isFine: (day) => day >= today }],
      initial: { plannedOn: delivery?.plannedOn ?? '' },
      send: ({ values }) =>
        this.client.planDelivery(this.ref(), village.id, { plannedOn: values['plannedOn'] ?? '' }, this.open.version()),
    };
  }

  private evaluateAct({ village, evaluation }: PurchaseVillageView): Act {
    const { button, isContent, yes, no, note, done } = nl.evaluate;
    return {
      name: `evaluate ${village.id}`,
      button: button(village.name),
      done,
      fields: [
        { name: 'isContent', kind: 'choice', ...isContent, isFine: isFilled, choices: yesOrNo(yes, no) },
        { name: 'note', kind: 'words', ...note, isFine: isLong(0, procurementLimits.note.max) },
      ],
      initial: { isContent: evaluation ? (evaluation.isContent ? 'yes' : 'no') : '', note: evaluation?.note ?? '' },
      send: ({ values }) =>
        this.client.evaluateForVillage(
          this.ref(),
          village.id,
          { isContent: values['isContent'] === 'yes', note: text(values, 'note') },
          this.open.version(),
        ),
    };
  }

  private ref(): { readonly id: string } {
    return { id: this.open.view()?.id ?? '' };
  }
}

function whenOf({ delivery }: PurchaseVillageView): string {
  if (delivery?.deliveredOn) return nl.delivered(delivery.deliveredOn);
  return delivery?.plannedOn ? nl.planned(delivery.plannedOn) : nl.unplanned;
}
