import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { type PurchaseView, type PurchaseVillageView, procurementLimits } from '@kernagenda/procurement/domain';
import { PurchasesClient } from '@kernagenda/procurement/web';
import { amsterdamDay } from '@kernagenda/shared/domain';
import type { SummaryError } from '@kernagenda/shared/ui/forms';
import { Clock } from '@kernagenda/shared/web';
import { FormDrafts } from '../../forms/form-drafts';
import { isLong } from '../../forms/form-fields';
import { PhotoFields } from '../../photos/photo-fields';
import { OpenPurchase } from '../open-purchase';
import { purchaseActsNl } from './acts-nl';
import { DeliveryPhotos } from './delivery-photos';
import { text } from './fields';
import { type Act, PurchaseAct } from './purchase-act';

const nl = purchaseActsNl.delivery.deliver;
const { story } = procurementLimits;

/** Photos that stopped a form from being sent; their own fields say why. */
class PhotosMissing extends Error {}

/** "Het is er": the day, the story and photos of what came. */
@Component({
  selector: 'ka-deliver-form',
  imports: [PhotoFields, PurchaseAct],
  template: `
    <ka-purchase-act [act]="act()">
      <div more>
        @if (isOpen()) {
          <ka-photo-fields [photos]="photos" [isSmall]="true" [errors]="photoErrors()" />
        }
      </div>
    </ka-purchase-act>
  `,
})
export class DeliverForm {
  private readonly client = inject(PurchasesClient);
  private readonly clock = inject(Clock);
  private readonly drafts = inject(FormDrafts);
  private readonly purchase = inject(OpenPurchase);
  protected readonly photos = inject(DeliveryPhotos);
  readonly side = input.required<PurchaseVillageView>();

  private readonly name = computed(() => `deliver ${this.side().village.id}`);
  private readonly form = computed(() => `${this.purchase.view()?.id ?? ''} ${this.name()}`);
  protected readonly isOpen = computed(() => this.drafts.of(this.form())?.isOpen ?? false);
  protected readonly photoErrors = signal<readonly SummaryError[]>([]);
  protected readonly act = computed<Act>(() => {
    const { village } = this.side();
    const today = amsterdamDay(this.clock.now());
    return {
      name: this.name(),
      button: nl.button(village.name),
      look: 'main',
      lead: nl.lead,
      submit: nl.submit,
      done: nl.done(village.name),
      fields: [
        {
          name: 'deliveredOn',
          kind: 'day',
          ...nl.deliveredOn,
          max: today,
          isFine: (day) => day !== '' && day <= today,
        },
        { name: 'story', kind: 'words', ...nl.story, isFine: isLong(story.min, story.max) },
      ],
      initial: { deliveredOn: today },
      send: async ({ values }) => {
        await this.photos.settled();
        this.photoErrors.set(this.photos.errors());
        if (this.photoErrors().length) throw new PhotosMissing(this.photoErrors()[0]?.message ?? '');
        const purchase = { id: this.purchase.view()?.id ?? '' };
        let after: PurchaseView | undefined;
        const sending = await this.photos.sendWith(async (photos) => {
          const input = { deliveredOn: values['deliveredOn'] ?? '', story: text(values, 'story'), photos };
          after = await this.client.deliver(purchase, village.id, input, this.purchase.version());
        });
        if (sending !== 'sent') throw new PhotosMissing(nl.photos);
        return after;
      },
      explain: (error) => (error instanceof PhotosMissing ? error.message : ''),
    };
  });

  constructor() {
    effect(() => {
      const id = this.purchase.view()?.id;
      if (id && this.isOpen()) this.photos.openFor({ id }, this.side().village.id, this.form());
    });
  }
}
