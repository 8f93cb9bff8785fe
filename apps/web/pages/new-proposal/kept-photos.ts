import { DOCUMENT, Injectable, inject } from '@angular/core';

/** A photo that has not reached the municipality yet, as this device keeps it. */
export interface KeptPhoto {
  readonly key: string;
  /** The draft on this device that it belongs to. */
  readonly draftId: string;
  readonly file: Blob;
  readonly preview: string;
  readonly description: string;
  readonly isUndescribed: boolean;
}

const [database, store] = ['ka-photos', 'photos'];

/**
 * Photos that wait on this device, in IndexedDB because they are too large for where texts are kept. They survive a
 * reload and signing in; where the browser keeps nothing, they survive signing in and no reload.
 */
@Injectable({ providedIn: 'root' })
export class KeptPhotos {
  private readonly factory = inject(DOCUMENT).defaultView?.indexedDB;
  private readonly unkept = new Map<string, KeptPhoto>();
  private opened: Promise<IDBDatabase> | undefined;

  /** Those of a draft. What belongs to none of the drafts of this device is thrown away. */
  async of(draftId: string, draftIds: readonly string[]): Promise<readonly KeptPhoto[]> {
    const all = await this.do<KeptPhoto[]>('readonly', (photos) => photos.getAll()).catch(() => []);
    for (const { key } of all.filter((photo) => !draftIds.includes(photo.draftId))) await this.remove(key);
    return [...all, ...this.unkept.values()].filter((photo) => photo.draftId === draftId);
  }

  async keep(photo: KeptPhoto): Promise<void> {
    await this.do('readwrite', (photos) => photos.put(photo)).catch(() => this.unkept.set(photo.key, photo));
  }

  async remove(key: string): Promise<void> {
    this.unkept.delete(key);
    await this.do('readwrite', (photos) => photos.delete(key)).catch(() => undefined);
  }

  private async do<Answer>(
    mode: IDBTransactionMode,
    work: (photos: IDBObjectStore) => IDBRequest<Answer>,
  ): Promise<Answer> {
    const { factory } = this;
    if (!factory) throw new Error('This browser keeps no photos.');
    this.opened ??= answerOf(this.open(factory)).then((opened) => {
      // Whoever signs out throws everything away, and would wait for this.
      opened.onversionchange = () => opened.close();
      return opened;
    });
    return answerOf(work((await this.opened).transaction(store, mode).objectStore(store)));
  }

  private open(factory: IDBFactory): IDBOpenDBRequest {
    const request = factory.open(database, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: 'key' });
    return request;
  }
}

function answerOf<Answer>(request: IDBRequest<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('This browser keeps no photos.'));
  });
}
