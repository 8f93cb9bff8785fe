import { DOCUMENT, type Signal, computed, effect, inject, signal, untracked } from '@angular/core';
import { isPhotoReady, photoLimits } from '@kernagenda/proposals/domain/photos';
import { Clock } from '@kernagenda/shared/web';
import { keptInTab } from '@kernagenda/shared/web/kept';
import { type ChosenPhoto, type PhotoWords, failureOf, waiting } from './chosen-photo';
import { type KeptPhoto, KeptPhotos } from './kept-photos';
import { controlIdOf, photosNl } from './photos-nl';
import { shrinkPhoto } from './shrink-photo';

/**
 * The photos that go with what somebody writes. Each is made small, kept on this device, and sent as soon as that can
 * be: one at a time, and again when a broken line is back. Whose text it is says where to, and what follows.
 */
export abstract class ChosenPhotos {
  protected readonly clock = inject(Clock);
  protected readonly kept: KeptPhotos;
  /** Words that only stand here so far, by the id of their photo, or by its key until it has one. */
  protected readonly typed = keptInTab<PhotoWords>('ka-photo-words');
  protected readonly photos = signal<readonly ChosenPhoto[]>([]);
  private readonly reading = signal(false);
  private readonly removed = new Set<string>();
  private chosen: Promise<unknown> = Promise.resolve();
  private sending: Promise<void> = Promise.resolve();
  private showing: Promise<void> = Promise.resolve();
  private shownFor: string | null = null;

  readonly all = this.photos.asReadonly();
  /** True while what was chosen is made small. */
  readonly isReading = this.reading.asReadonly();
  readonly room = computed(() => photoLimits.count - this.photos().length);
  /** One for each photo with neither words nor the choice for none. */
  readonly errors = computed(() =>
    this.photos().flatMap((photo, index) =>
      isPhotoReady(photo) ? [] : [{ controlId: controlIdOf(index), message: photosNl.errors.words(index + 1) }],
    ),
  );

  /** Names what is being written on this device; null when nothing is. */
  protected abstract readonly draftId: Signal<string | null>;
  /** Whether what is chosen can be sent now. */
  protected abstract readonly isSending: Signal<boolean>;

  /** Whether this device goes on keeping a photo, of this text or another. */
  protected abstract isWanted(photo: KeptPhoto): boolean;
  /** Whether a photo of this text has to be kept here still. */
  protected abstract isKeptHere(photo: ChosenPhoto): boolean;
  /** Called when what is chosen can be sent from now on. */
  protected abstract begin(): Promise<void>;
  /** @returns its id with the municipality; the same one for the same key */
  protected abstract upload(file: Blob, key: string, onProgress: (part: number) => void): Promise<string>;
  protected abstract hasArrived(key: string): Promise<void>;
  /** Takes a photo away from the municipality. */
  protected abstract withdraw(id: string): Promise<void>;
  /** Keeps the words about a photo that do not only stand on the screen. */
  abstract keepWords(key: string): Promise<void>;

  /** @param database where this device keeps them */
  constructor(database: string) {
    this.kept = new KeptPhotos(database);
    effect(() => {
      const id = this.draftId();
      untracked(() => void this.show(id));
    });
    effect(() => {
      if (this.isSending()) untracked(() => void this.begin());
    });
    inject(DOCUMENT).defaultView?.addEventListener('online', () => this.retryAll());
  }

  /** Takes photos in, as far as there is room. @returns the names of those this browser cannot read */
  choose(files: readonly File[]): Promise<readonly string[]> {
    const done = this.takeAll(files).finally(() => this.reading.set(false));
    this.chosen = done.catch(() => undefined);
    return done;
  }

  /** Waits until what was kept and what was chosen stand beside each other. */
  async settled(): Promise<void> {
    await this.showing;
    await this.chosen;
  }

  describe(key: string, words: Partial<PhotoWords>): void {
    const photo = this.find(key);
    if (!photo) return;
    const { description, isUndescribed } = { ...photo, ...words };
    this.typed.write(photo.id ?? key, { description, isUndescribed });
    this.change(key, { ...words, areWordsKept: false });
  }

  /** Moves a photo one place to the front. */
  async moveForward(key: string): Promise<void> {
    const from = this.photos().findIndex((photo) => photo.key === key);
    const [before, photo] = this.photos().slice(from - 1);
    if (from < 1 || !before || !photo) return;
    this.photos.update((all) => [...all.slice(0, from - 1), photo, before, ...all.slice(from + 1)]);
    for (const one of this.photos()) await this.keep(one);
  }

  /** Takes a photo away, also from the municipality. @returns puts it back, behind the others */
  async remove(key: string): Promise<() => void> {
    const photo = this.find(key);
    const draftId = this.draftId();
    if (!photo || !draftId) return () => undefined;
    const { file, preview, description, isUndescribed } = photo;
    if (photo.id) await this.withdraw(photo.id);
    this.removed.add(key);
    await this.forget(photo);
    return () => {
      if (!file) return;
      const again = waiting({ key: crypto.randomUUID(), id: null, file, preview, description, isUndescribed });
      void this.take(draftId, again).then(() => this.send());
    };
  }

  /** Sends again what did not arrive. */
  retryAll(): void {
    for (const { key, failure } of this.photos()) if (failure === 'line' || failure === 'failed') this.retry(key);
  }

  retry(key: string): void {
    this.change(key, { failure: null });
    void this.send();
  }

  /**
   * Sends everything, words included.
   * @returns why not all of it is with the municipality; empty when it is
   * @throws ApiError when the words about a photo do not arrive
   */
  async sendAll(): Promise<string> {
    const [silent] = this.errors();
    if (silent) return silent.message;
    const isWaiting = (): boolean => this.photos().some(({ id }) => id === null);
    if (isWaiting()) {
      this.retryAll();
      await this.send();
    }
    if (isWaiting()) return photosNl.notSent;
    for (const { key } of this.photos()) await this.keepWords(key);
    return '';
  }

  protected find(key: string): ChosenPhoto | undefined {
    return this.photos().find((photo) => photo.key === key);
  }

  protected change(key: string, change: Partial<ChosenPhoto>): void {
    this.photos.update((all) => all.map((photo) => (photo.key === key ? { ...photo, ...change } : photo)));
  }

  /** Keeps a photo on this device, when that has to. */
  protected async keep(photo: ChosenPhoto): Promise<void> {
    const { key, id, file, preview, description, isUndescribed } = photo;
    const draftId = this.draftId();
    if (!draftId || !file || !this.isKeptHere(photo)) return;
    const place = this.photos().findIndex((one) => one.key === key);
    const keptAt = this.clock.now().getTime();
    await this.kept.keep({ key, draftId, place, id, file, preview, description, isUndescribed, keptAt });
  }

  /** Nothing of a photo stays on this device. */
  protected async forget({ key, id }: ChosenPhoto): Promise<void> {
    this.photos.update((all) => all.filter((photo) => photo.key !== key));
    this.typed.forget(id ?? key);
    await this.kept.remove(key);
  }

  protected withTyped(photo: ChosenPhoto): ChosenPhoto {
    const words = this.typed.of(photo.id ?? photo.key);
    return words ? { ...photo, ...words, areWordsKept: false } : photo;
  }

  protected send(): Promise<void> {
    return this.inTurn(() => this.sendWaiting());
  }

  /** One thing at a time goes to the municipality. */
  protected inTurn(work: () => Promise<void>): Promise<void> {
    this.sending = this.sending.then(work);
    return this.sending;
  }

  protected async sendWaiting(): Promise<void> {
    const next = (): ChosenPhoto | undefined =>
      this.photos().find(({ id, file, failure }) => id === null && file !== null && failure === null);
    for (let photo = next(); photo && this.isSending(); photo = next()) await this.sendOne(photo);
  }

  private async takeAll(files: readonly File[]): Promise<readonly string[]> {
    this.reading.set(true);
    const draftId = this.draftId();
    await this.show(draftId);
    const unreadable: string[] = [];
    for (const file of files) {
      if (!draftId || this.room() <= 0) break;
      const shrunk = await shrinkPhoto(file);
      const blank = { key: crypto.randomUUID(), id: null, description: '', isUndescribed: false };
      if (shrunk) await this.take(draftId, waiting({ ...blank, ...shrunk }));
      else unreadable.push(file.name);
    }
    void this.send();
    return unreadable;
  }

  private async take(draftId: string, photo: ChosenPhoto): Promise<void> {
    if (this.draftId() !== draftId) return;
    this.photos.update((all) => [...all, photo]);
    await this.keep(photo);
  }

  private show(draftId: string | null): Promise<void> {
    if (this.shownFor !== draftId) {
      this.shownFor = draftId;
      this.showing = this.load(draftId);
    }
    return this.showing;
  }

  private async load(draftId: string | null): Promise<void> {
    this.photos.set([]);
    if (!draftId) return;
    const kept = await this.kept.of(draftId, (photo) => this.isWanted(photo));
    if (this.draftId() !== draftId) return;
    this.typed.restore();
    const waits = kept.filter(({ key }) => !this.find(key)).map(waiting);
    this.photos.update((all) => [...waits.map((photo) => this.withTyped(photo)), ...all]);
    if (this.isSending()) void this.begin();
  }

  private async sendOne({ key, file }: ChosenPhoto): Promise<void> {
    if (!file) return;
    try {
      this.change(key, { percent: 0 });
      const onProgress = (part: number): void => this.change(key, { percent: Math.round(part * 100) });
      const id = await this.upload(file, key, onProgress);
      if (this.removed.has(key)) return await this.withdraw(id);
      // Its first answer may have been lost on the way: then it was found there already.
      this.photos.update((all) => all.filter((photo) => photo.id !== id));
      this.change(key, { id, percent: null });
      const words = this.find(key) ?? this.typed.of(key);
      if (words) this.typed.write(id, { description: words.description, isUndescribed: words.isUndescribed });
      this.typed.forget(key);
      await this.hasArrived(key);
    } catch (error) {
      this.change(key, { percent: null, failure: failureOf(error) });
    }
  }
}
