import { Component, computed, inject } from '@angular/core';
import { SavingSection } from '@kernagenda/procurement/web';
import { OpenCollaboration } from './open-collaboration';
import { OpenPurchase } from './open-purchase';
import { DeliverySection } from './purchase/delivery-section';
import { DemandSection } from './purchase/demand-section';
import { EndSection } from './purchase/end-section';
import { MoneySection } from './purchase/money-section';
import { QuotesWork } from './purchase/quotes-work';
import { RouteSection } from './purchase/route-section';
import { StartPurchase } from './purchase/start-purchase';
import { purchaseActsNl } from './purchase/acts-nl';
import { purchaseNl } from './purchase-nl';
import { purchaseStanding, runs } from './purchase-standing';

/** The joint purchase at work: what is asked for, how prices come, what is chosen, what came and what it was worth. */
@Component({
  selector: 'ka-purchase-part',
  imports: [
    DeliverySection,
    DemandSection,
    EndSection,
    MoneySection,
    QuotesWork,
    RouteSection,
    SavingSection,
    StartPurchase,
  ],
  template: `
    @if (view(); as view) {
      <div class="ka-wrap ka-section ka-purchase">
        @if (purchase(); as purchase) {
          <div class="ka-stack ka-stack--near">
            <p class="ka-lead">{{ nl.next.now(standing(), who()) }}</p>
            @if (open.may('change')) {
              <ka-start-purchase [view]="view" [isChange]="true" />
            }
          </div>
          <section aria-labelledby="demand">
            <ka-demand-section />
          </section>
          @if (purchase.frozenAt || open.may('name_buyer') || purchase.buyer) {
            <ka-route-section />
          }
          <ka-quotes-work />
          @if (purchase.decision && hasDeliveries()) {
            <section aria-labelledby="delivery"><ka-delivery-section /></section>
          }
          <section aria-labelledby="saving"><ka-saving-section [purchase]="purchase" /></section>
          <ka-money-section />
          <ka-end-section />
          @if (isEnded() && view.forParties) {
            <ka-start-purchase [view]="view" />
          }
        } @else if (view.forParties) {
          <div class="ka-stack ka-stack--near">
            <h2>{{ purchaseNl.start.title }}</h2>
            <p>{{ purchaseNl.start.lead }}</p>
            <ka-start-purchase [view]="view" />
          </div>
        } @else {
          <p class="ka-note">{{ nl.none }}</p>
        }
      </div>
    }
  `,
})
export class PurchasePart {
  protected readonly collaboration = inject(OpenCollaboration);
  protected readonly open = inject(OpenPurchase);
  protected readonly view = this.collaboration.view;
  protected readonly purchase = this.open.view;
  protected readonly nl = purchaseActsNl;
  protected readonly purchaseNl = purchaseNl;
  protected readonly standing = computed(() => this.now().what);
  protected readonly who = computed(() => this.now().who);
  protected readonly isEnded = computed(() => {
    const purchase = this.purchase();
    return !!purchase && !runs(purchase);
  });
  protected readonly hasDeliveries = computed(() =>
    (this.purchase()?.perVillage ?? []).some(({ delivery }) => delivery !== null),
  );
  private readonly now = computed(() => {
    const purchase = this.purchase();
    return purchase ? purchaseStanding(purchase) : { what: '', who: '' };
  });
}
