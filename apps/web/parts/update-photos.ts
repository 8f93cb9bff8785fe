import { Injectable, computed, inject } from '@angular/core';
import { CommitmentsClient } from '@kernagenda/commitments/web';
import type { PhotoView } from '@kernagenda/proposals/domain';
import { FormDrafts } from '../pages/forms/form-drafts';
import { SentPhotos } from '../pages/photos/sent-photos';
import { nl } from './promise-acts-nl';

/** The photos with which news is told, or a promise shown to be kept. */
@Injectable({ providedIn: 'root' })
export class UpdatePhotos extends SentPhotos {
  private readonly client = inject(CommitmentsClient);
  private readonly drafts = inject(FormDrafts);
  protected readonly notYetSent = nl.photosFailed;
  readonly isEmpty = computed(() => this.photos().length === 0);
  private form = '';

  constructor() {
    super('ka-update-photos');
  }

  /** From now on these are the photos of this form; another one closes and keeps its words. */
  openFor(form: string): void {
    if (this.form !== form) this.drafts.close(this.form);
    this.form = form;
    this.open(form);
  }

  protected keepPhoto(file: Blob, key: string, onProgress: (part: number) => void): Promise<PhotoView> {
    return this.client.keepPhoto(file, key, onProgress);
  }

  protected removePhoto(id: string): Promise<void> {
    return this.client.removePhoto(id);
  }
}
