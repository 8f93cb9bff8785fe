import { DOCUMENT, inject } from '@angular/core';

/** A photo that was not sent yet, as this device keeps it. */
export interface KeptPhoto {
  readonly key: string;
  /** What is being written on this device that it belongs to. */
  readonly draftId: string;
  /** Where it stands among the others. */
  readonly place: number;
  /** Its id with the municipality; null until it has arrived there. */
  readonly id: string | null;
  readonly file: Blob;
  readonly preview: string;
  readonly description: string;
  readonly isUndescribed: boolean;
  /** When it was kept or changed last, in milliseconds. */
  readonly keptAt: number;
}

const store = 'photos';

/**
 * Photos that wait on this device, in IndexedDB because they are too large for where texts are kept. They survive a
 * reload and signing in; where the browser keeps nothing, they survive signing in and no reload. Make it where Angular
 * injects, one for each database.
 */
export class KeptPhotos {
  private readonly factory = inject(DOCUMENT).defaultView?.indexedDB;
  private readonly unkept = new Map<string, KeptPhoto>();
  private opened: Promise<IDBDatabase> | undefined;

  constructor(private readonly database: string) {}

  /** Those of a draft, in their order. What `isWanted` says no to is thrown away, of whatever draft it is. */
  async of(draftId: string, isWanted: (photo: KeptPhoto) => boolean): Promise<readonly KeptPhoto[]> {
    const all = await this.do<KeptPhoto[]>('readonly', (photos) => photos.getAll()).catch(() => []);
    for (const photo of all) if (!isWanted(photo)) await this.remove(photo.key);
    return [...all, ...this.unkept.values()]
      .filter((photo) => photo.draftId === draftId)
      .sort((one, other) => one.place - other.place);
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
    const request = factory.open(this.database, 1);
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
