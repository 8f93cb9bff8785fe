import { Injectable, inject } from '@angular/core';
import { PurchasesClient } from '@kernagenda/procurement/web';
import type { PurchaseView } from '@kernagenda/procurement/domain';
import type { PhotoView } from '@kernagenda/proposals/domain';
import { FormDrafts } from '../../forms/form-drafts';
import { SentPhotos } from '../../photos/sent-photos';
import { purchaseActsNl } from './acts-nl';

/** The photos with which somebody tells that a delivery is there. */
@Injectable({ providedIn: 'root' })
export class DeliveryPhotos extends SentPhotos {
  private readonly client = inject(PurchasesClient);
  private readonly drafts = inject(FormDrafts);
  protected readonly notYetSent = purchaseActsNl.delivery.deliver.photos;

  private place: readonly [purchase: Pick<PurchaseView, 'id'>, villageId: string] | null = null;

  constructor() {
    super('ka-delivery-photos');
  }

  private form = '';

  /** From now on these are the photos of the delivery in this village; a form for another one closes and keeps its words. */
  openFor(purchase: Pick<PurchaseView, 'id'>, villageId: string, form: string): void {
    if (this.form !== form) this.drafts.close(this.form);
    this.form = form;
    this.place = [purchase, villageId];
    this.open(`${purchase.id} ${villageId}`);
  }

  protected keepPhoto(file: Blob, key: string, onProgress: (part: number) => void): Promise<PhotoView> {
    return this.place
      ? this.client.keepPhoto(...this.place, file, key, onProgress)
      : Promise.reject(new Error('No delivery is open'));
  }

  protected removePhoto(id: string): Promise<void> {
    return this.client.removePhoto(id);
  }
}
