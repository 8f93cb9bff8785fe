import { Injectable, computed, inject } from '@angular/core';
import { Session } from '@kernagenda/identity/web';
import { isPhotoReady } from '@kernagenda/proposals/domain/photos';
import { ProposalsClient } from '@kernagenda/proposals/web';
import { PhotosClient } from '@kernagenda/proposals/web/photos';
import type { ChosenPhoto } from '../photos/chosen-photo';
import { ChosenPhotos } from '../photos/chosen-photos';
import type { KeptPhoto } from '../photos/kept-photos';
import { meet } from './draft-photo';
import { ProposalDraft } from './proposal-draft';

/** The photos of the draft that is open: on this device until they are with the municipality, as soon as that has it. */
@Injectable({ providedIn: 'root' })
export class DraftPhotos extends ChosenPhotos {
  private readonly draft = inject(ProposalDraft);
  private readonly session = inject(Session);
  private readonly client = inject(PhotosClient);
  private readonly proposals = inject(ProposalsClient);
  protected readonly draftId = this.draft.id;
  protected readonly isSending = computed(() => this.session.person() !== null && this.draft.serverId() !== null);

  constructor() {
    super('ka-photos');
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

  override async moveForward(key: string): Promise<void> {
    await super.moveForward(key);
    const there = this.photos().filter(({ id }) => id !== null);
    const position = there.findIndex((photo) => photo.key === key);
    const id = there[position]?.id;
    if (id) await this.client.change(id, { position });
  }

  override async remove(key: string): Promise<() => void> {
    const photo = this.find(key);
    // What comes back is sent anew.
    if (photo?.id && !photo.file) this.change(key, { file: await this.client.open(photo.id) });
    const undo = await super.remove(key);
    if (this.photos().length === 0) this.draft.write({ hasPhotos: false }, '');
    return undo;
  }

  /** Puts what the municipality has before what still waits here; then sends that. */
  protected begin(): Promise<void> {
    return this.inTurn(async () => {
      const serverId = this.draft.serverId();
      const found = serverId ? await this.proposals.find(serverId).catch(() => null) : null;
      if (found && this.draft.serverId() === serverId) {
        this.photos.set(meet(this.photos(), found.photos).map((photo) => this.withTyped(photo)));
      }
      await this.sendWaiting();
    });
  }

  protected isWanted({ draftId }: KeptPhoto): boolean {
    return this.draft.keptIds().includes(draftId);
  }

  protected isKeptHere({ id }: ChosenPhoto): boolean {
    return id === null;
  }

  protected async upload(file: Blob, key: string, onProgress: (part: number) => void): Promise<string> {
    const { id } = await this.client.send(this.draft.serverId() ?? '', file, key, onProgress);
    return id;
  }

  protected async hasArrived(key: string): Promise<void> {
    await this.kept.remove(key);
    const photo = this.find(key);
    // Words that do not arrive now go with the proposal.
    if (photo && isPhotoReady(photo)) await this.keepWords(key).catch(() => undefined);
  }

  protected withdraw(id: string): Promise<void> {
    return this.client.remove(id);
  }
}
