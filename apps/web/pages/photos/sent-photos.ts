import { computed, inject, signal } from '@angular/core';
import { Session } from '@kernagenda/identity/web';
import type { PhotoView } from '@kernagenda/proposals/domain';
import { ApiError, Notices } from '@kernagenda/shared/web';
import { keptInTab } from '@kernagenda/shared/web/kept';
import type { ChosenPhoto } from './chosen-photo';
import { ChosenPhotos } from './chosen-photos';
import type { KeptPhoto } from './kept-photos';

/** A photo the municipality keeps, and what is said about it: words, or the choice for none. */
export type SentPhoto = Pick<PhotoView, 'id' | 'description' | 'isUndescribed'>;

/** The text they go with is gone with its tab, so nobody waits for them any more. */
const keptMs = 7 * 86_400_000;

/** What became of sending: `stuck` when photos did not arrive, `elsewhere` when its author opened something else first. */
export type Sending = 'sent' | 'stuck' | 'elsewhere';

/**
 * The photos of a text that is sent at once, with them. The municipality keeps each as soon as it is chosen; this device
 * keeps them too until the text was sent, because it alone knows what they are for.
 */
export abstract class SentPhotos extends ChosenPhotos {
  private readonly session = inject(Session);
  private readonly notices = inject(Notices);
  /** Names this tab: as with texts, another one has photos of its own. */
  private readonly tab = keptInTab<string>('ka-tab');
  private readonly field = signal('');
  protected readonly draftId = computed(() => {
    const person = this.session.person();
    return person && this.field() ? `${this.tab.of('id')} ${person.id} ${this.field()}` : null;
  });
  protected readonly isSending = computed(() => this.draftId() !== null);

  /** Said to its author when something else was opened before all had arrived. */
  protected abstract readonly notYetSent: string;

  /** Lets the municipality keep a photo until it is sent. */
  protected abstract keepPhoto(file: Blob, key: string, onProgress: (part: number) => void): Promise<PhotoView>;
  protected abstract removePhoto(id: string): Promise<void>;

  /** @param database where this device keeps them */
  constructor(database: string) {
    super(database);
    this.tab.restore();
    if (!this.tab.of('id')) this.tab.write('id', crypto.randomUUID());
  }

  /** From now on these are the photos of what is written in the field of this name. */
  open(field: string): void {
    this.field.set(field);
  }

  /**
   * Sends a text with its photos, once they have arrived. One the municipality forgot, because it lay there too
   * long, is sent again from here.
   * @throws ApiError of `write`
   */
  async sendWith(write: (photos: readonly SentPhoto[]) => Promise<void>, mayBeForgotten = true): Promise<Sending> {
    const draftId = this.draftId();
    const trouble = await this.sendAll();
    if (this.draftId() !== draftId) {
      this.notices.show({ message: this.notYetSent });
      return 'elsewhere';
    }
    if (trouble) return 'stuck';
    const photos = this.photos();
    try {
      await write(photos.map(({ id, description, isUndescribed }) => ({ id: id ?? '', description, isUndescribed })));
    } catch (error) {
      const forgotten = photos.filter((_, index) => isForgotten(error, index));
      if (forgotten.length === 0 || !mayBeForgotten) throw error;
      for (const photo of forgotten) await this.sendAnew(photo);
      return this.sendWith(write, false);
    }
    for (const photo of photos) await this.forget(photo);
    return 'sent';
  }

  async keepWords(key: string): Promise<void> {
    const photo = this.find(key);
    if (photo) await this.keep(photo);
  }

  protected begin(): Promise<void> {
    return this.send();
  }

  protected isWanted({ keptAt }: KeptPhoto): boolean {
    return keptAt > this.clock.now().getTime() - keptMs;
  }

  protected isKeptHere(): boolean {
    return true;
  }

  protected async upload(file: Blob, key: string, onProgress: (part: number) => void): Promise<string> {
    const { id } = await this.keepPhoto(file, key, onProgress);
    return id;
  }

  protected hasArrived(key: string): Promise<void> {
    return this.keepWords(key);
  }

  protected async withdraw(id: string): Promise<void> {
    // What cannot be taken away now is forgotten within a day, and nobody sees it until then.
    await this.removePhoto(id).catch(() => undefined);
  }

  /** With another key, or the municipality would answer what it answered before. */
  private async sendAnew(photo: ChosenPhoto): Promise<void> {
    const anew = { ...photo, key: crypto.randomUUID(), id: null };
    this.photos.update((all) => all.map((one) => (one.key === photo.key ? anew : one)));
    await this.kept.remove(photo.key);
    await this.keep(anew);
  }
}

const isForgotten = (error: unknown, index: number): boolean =>
  error instanceof ApiError && (error.problem?.errors ?? []).some(({ pointer }) => pointer === `/photos/${index}/id`);
