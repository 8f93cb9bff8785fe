import { DOCUMENT, Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { Session } from '@kernagenda/identity/web';
import { isPhotoReady, photoLimits } from '@kernagenda/proposals/domain';
import { ProposalsClient } from '@kernagenda/proposals/web';
import { PhotosClient } from '@kernagenda/proposals/web/photos';
import { keptInTab } from '@kernagenda/shared/web/kept';
import { type DraftPhoto, failureOf, meet, waiting } from './draft-photo';
import { KeptPhotos } from './kept-photos';
import { controlIdOf, photosNl } from './photos-nl';
import { ProposalDraft } from './proposal-draft';
import { shrinkPhoto } from './shrink-photo';

type PhotoWords = Pick<DraftPhoto, 'description' | 'isUndescribed'>;

/**
 * The photos of the draft that is open. Each is kept on this device until it has arrived, and sent as soon as the
 * municipality has the draft: one at a time, and again when a broken line is back.
 */
@Injectable({ providedIn: 'root' })
export class DraftPhotos {
  private readonly draft = inject(ProposalDraft);
  private readonly session = inject(Session);
  private readonly kept = inject(KeptPhotos);
  private readonly client = inject(PhotosClient);
  private readonly proposals = inject(ProposalsClient);
  /** Words that only stand here so far, by the id of their photo, or by its key until it has one. */
  private readonly typed = keptInTab<PhotoWords>('ka-photo-words');
  private readonly photos = signal<readonly DraftPhoto[]>([]);
  private readonly reading = signal(false);
  private chosen: Promise<unknown> = Promise.resolve();
  private sending: Promise<void> = Promise.resolve();
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
  /** Whether what is chosen can be sent now. */
  readonly isSending = computed(() => this.session.person() !== null && this.draft.serverId() !== null);

  constructor() {
    effect(() => {
      const id = this.draft.id();
      untracked(() => void this.show(id));
    });
    effect(() => {
      if (this.isSending()) untracked(() => void this.meetServer());
    });
    inject(DOCUMENT).defaultView?.addEventListener('online', () => this.retryAll());
  }

  /** Takes photos in, as far as there is room. @returns the names of those this browser cannot read */
  choose(files: readonly File[], village: string): Promise<readonly string[]> {
    const done = this.takeAll(files, village).finally(() => this.reading.set(false));
    this.chosen = done.catch(() => undefined);
    return done;
  }

  /** Waits until what was chosen stands among the others. */
  async settled(): Promise<void> {
    await this.chosen;
  }

  describe(key: string, words: Partial<PhotoWords>): void {
    const photo = this.find(key);
    if (!photo) return;
    const { description, isUndescribed } = { ...photo, ...words };
    this.typed.write(photo.id ?? key, { description, isUndescribed });
    this.change(key, { ...words, areWordsKept: false });
  }

  /** Keeps the words about a photo: on this device, and with the municipality once that has it. */
  async keepWords(key: string): Promise<void> {
    const photo = this.find(key);
    if (!photo || photo.areWordsKept) return;
    if (!photo.id) return this.keep(photo);
    const { description, isUndescribed } = photo;
    await this.client.change(photo.id, { description, isUndescribed });
    const now = this.find(key);
    if (now?.description !== description || now.isUndescribed !== isUndescribed) return;
    this.typed.forget(photo.id);
    this.change(key, { areWordsKept: true });
  }

  /** Moves a photo one place to the front. */
  async moveForward(key: string): Promise<void> {
    const from = this.photos().findIndex((photo) => photo.key === key);
    const [before, photo] = this.photos().slice(from - 1);
    if (from < 1 || !before || !photo) return;
    this.photos.update((all) => [...all.slice(0, from - 1), photo, before, ...all.slice(from + 1)]);
    if (photo.id) await this.client.change(photo.id, { position: this.placeOf(key) });
  }

  /** Takes a photo away, also from the municipality. @returns puts it back, behind the others */
  async remove(key: string): Promise<() => void> {
    const photo = this.find(key);
    const draftId = this.draft.id();
    if (!photo || !draftId) return () => undefined;
    const file = photo.file ?? (await this.client.open(photo.id ?? ''));
    if (photo.id) await this.client.remove(photo.id);
    await this.kept.remove(key);
    this.photos.update((all) => all.filter((one) => one.key !== key));
    if (this.photos().length === 0) this.draft.write({ hasPhotos: false }, '');
    const again = { ...photo, key: crypto.randomUUID(), file };
    return () => void this.take(draftId, waiting(again)).then(() => this.send());
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
    this.retryAll();
    await this.send();
    if (this.photos().some(({ id }) => id === null)) return photosNl.notSent;
    for (const { key } of this.photos()) await this.keepWords(key);
    return '';
  }

  private find(key: string): DraftPhoto | undefined {
    return this.photos().find((photo) => photo.key === key);
  }

  private change(key: string, change: Partial<DraftPhoto>): void {
    this.photos.update((all) => all.map((photo) => (photo.key === key ? { ...photo, ...change } : photo)));
  }

  /** Where a photo stands among those the municipality has. */
  private placeOf(key: string): number {
    return this.photos()
      .filter(({ id }) => id !== null)
      .findIndex((photo) => photo.key === key);
  }

  private async takeAll(files: readonly File[], village: string): Promise<readonly string[]> {
    this.reading.set(true);
    // A photo belongs to a draft, so the first one begins it.
    if (!this.draft.hasPhotos()) this.draft.write({ hasPhotos: true }, village);
    const draftId = this.draft.id();
    await this.show(draftId);
    const unreadable: string[] = [];
    for (const file of files) {
      if (!draftId || this.room() <= 0) break;
      const shrunk = await shrinkPhoto(file);
      const blank = { key: crypto.randomUUID(), description: '', isUndescribed: false };
      if (shrunk) await this.take(draftId, waiting({ ...blank, ...shrunk }));
      else unreadable.push(file.name);
    }
    void this.send();
    return unreadable;
  }

  private async take(draftId: string, photo: DraftPhoto): Promise<void> {
    if (this.draft.id() !== draftId) return;
    this.photos.update((all) => [...all, photo]);
    await this.keep(photo);
  }

  private async keep({ key, file, preview, description, isUndescribed }: DraftPhoto): Promise<void> {
    const draftId = this.draft.id();
    if (draftId && file) await this.kept.keep({ key, draftId, file, preview, description, isUndescribed });
  }

  private async show(draftId: string | null): Promise<void> {
    if (this.shownFor === draftId) return;
    this.shownFor = draftId;
    this.photos.set([]);
    if (!draftId) return;
    const kept = await this.kept.of(draftId, this.draft.keptIds());
    if (this.draft.id() !== draftId) return;
    this.typed.restore();
    const waits = kept.filter(({ key }) => !this.find(key)).map(waiting);
    this.photos.update((all) => [...all, ...waits.map((photo) => this.withTyped(photo))]);
    if (this.isSending()) await this.meetServer();
  }

  /** Puts what the municipality has before what still waits here; then sends that. */
  private meetServer(): Promise<void> {
    this.sending = this.sending.then(async () => {
      const serverId = this.draft.serverId();
      const found = serverId ? await this.proposals.find(serverId).catch(() => null) : null;
      if (found && this.draft.serverId() === serverId) {
        this.photos.set(meet(this.photos(), found.photos).map((photo) => this.withTyped(photo)));
      }
      await this.sendWaiting();
    });
    return this.sending;
  }

  private withTyped(photo: DraftPhoto): DraftPhoto {
    const words = this.typed.of(photo.id ?? photo.key);
    return words ? { ...photo, ...words, areWordsKept: false } : photo;
  }

  private send(): Promise<void> {
    this.sending = this.sending.then(() => this.sendWaiting());
    return this.sending;
  }

  private async sendWaiting(): Promise<void> {
    const next = (): DraftPhoto | undefined => this.photos().find(({ id, failure }) => id === null && failure === null);
    for (let photo = next(); photo && this.isSending(); photo = next()) await this.sendOne(photo);
  }

  private async sendOne({ key, file }: DraftPhoto): Promise<void> {
    const serverId = this.draft.serverId();
    if (!serverId || !file) return;
    try {
      this.change(key, { percent: 0 });
      const onProgress = (part: number): void => this.change(key, { percent: Math.round(part * 100) });
      const { id } = await this.client.send(serverId, file, key, onProgress);
      // Its first answer may have been lost on the way: then it was found there already.
      this.photos.update((all) => all.filter((photo) => photo.id !== id));
      this.change(key, { id, percent: null });
      await this.kept.remove(key);
      const photo = this.find(key);
      if (photo) this.typed.write(id, { description: photo.description, isUndescribed: photo.isUndescribed });
      this.typed.forget(key);
      // Words that do not arrive now go with the proposal.
      if (photo && isPhotoReady(photo)) await this.keepWords(key).catch(() => undefined);
    } catch (error) {
      this.change(key, { percent: null, failure: failureOf(error) });
    }
  }
}
