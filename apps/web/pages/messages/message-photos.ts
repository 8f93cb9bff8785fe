import { Injectable, inject } from '@angular/core';
import { ThreadsClient } from '@kernagenda/conversations/web/threads';
import type { PhotoView } from '@kernagenda/proposals/domain';
import { SentPhotos } from '../photos/sent-photos';
import { nl } from './nl';

/** The photos of the message that is being written. */
@Injectable({ providedIn: 'root' })
export class MessagePhotos extends SentPhotos {
  private readonly client = inject(ThreadsClient);
  protected readonly notYetSent = nl.notYetSent;

  constructor() {
    super('ka-message-photos');
  }

  protected keepPhoto(file: Blob, key: string, onProgress: (part: number) => void): Promise<PhotoView> {
    return this.client.keepPhoto(file, key, onProgress);
  }

  protected removePhoto(id: string): Promise<void> {
    return this.client.removePhoto(id);
  }
}
