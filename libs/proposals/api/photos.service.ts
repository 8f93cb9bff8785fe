import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Audit, Clock, Idempotency, namedQuery } from '@kernagenda/shared/api';
import type { EncodedImage, IdempotentCall, ImageFile, SentFileReader } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import { Problem } from '@kernagenda/shared/domain';
import type { ImageSize } from '@kernagenda/shared/domain';
import { photoLimits, requirePhotosReady } from '@kernagenda/proposals/domain/photos';
import type { PhotoUpdate, PhotoView } from '@kernagenda/proposals/domain';
import { ProposalPhoto, ProposalPhotoFile } from './photos.entities';
import { PhotoIntake } from './photos.intake';
import { photoFileQuery } from './photos.queries';
import { Proposal } from './proposals.entities';
import { ProposalsLifecycle, decidedTextOf, requireEditable } from './proposals.lifecycle';
import type { LockedProposal } from './proposals.lifecycle';
import { readerValues } from './proposals.read-rule';
import { ProposalsService } from './proposals.service';

/** A photo in its sizes, with what was said of it where it was kept. */
export interface KeptPhoto extends Omit<PhotoView, 'id'> {
  readonly sizes: readonly Pick<EncodedImage, 'size' | 'content'>[];
}

/** The photos of a proposal, which change only while its author may change the text. */
@Injectable()
export class PhotosService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly idempotency: Idempotency,
    private readonly intake: PhotoIntake,
    private readonly lifecycle: ProposalsLifecycle,
    private readonly proposals: ProposalsService,
  ) {}

  /**
   * Puts a photo behind the others. What is refused without it is refused before the file is read.
   * @throws Problem `not_found`, `not_allowed`, `wrong_state`, `too_many_photos`, or what `PhotoIntake.take` throws.
   */
  async add(actor: Actor, proposalId: string, read: SentFileReader, call: IdempotentCall | null): Promise<PhotoView> {
    const facts = await this.proposals.findFacts(proposalId, actor);
    if (!facts) throw new Problem('not_found');
    requireEditable(facts);
    const taken = await this.intake.take(actor, read, call);
    return this.dataSource.transaction((manager) =>
      this.idempotency.once(manager, taken.call, async () => {
        const locked = await this.lifecycle.lock(manager, proposalId, actor);
        requireEditable(locked.facts);
        const photo = await this.save(manager, proposalId, taken);
        await this.edited(manager, locked, actor, 'add_photo', photo.id);
        return toView(photo);
      }),
    );
  }

  /** Describes a photo or moves it. @throws Problem `not_found`, `not_allowed` or `wrong_state`. */
  async change(actor: Actor, id: string, update: PhotoUpdate): Promise<PhotoView> {
    return this.dataSource.transaction(async (manager) => {
      const { locked, photo, others } = await this.lock(manager, actor, id);
      const words = wordsOf(photo, update);
      await manager.update(ProposalPhoto, id, words);
      if (update.position !== undefined) {
        const order = others.map((other) => other.id);
        order.splice(update.position, 0, id);
        await manager.query('update proposal_photo set position = array_position($1::uuid[], id) where id = any($1)', [
          order,
        ]);
      }
      await this.edited(manager, locked, actor, 'change_photo', id);
      return toView({ ...photo, ...words });
    });
  }

  /** Deletes a photo for good. @throws Problem `not_found`, `not_allowed` or `wrong_state`. */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const { locked } = await this.lock(manager, actor, id);
      await manager.delete(ProposalPhoto, id);
      await this.edited(manager, locked, actor, 'remove_photo', id);
    });
  }

  /** Puts photos that were kept before into a draft that nobody else reads, in this order and with what is said of them. */
  async addKept(manager: EntityManager, proposalId: string, photos: readonly KeptPhoto[]): Promise<void> {
    for (const { description, isUndescribed, ...kept } of photos) {
      const { id } = await this.save(manager, proposalId, kept);
      await manager.update(ProposalPhoto, id, { description, isUndescribed });
    }
  }

  /**
   * Sends the photos in with the text.
   * @throws Problem `invalid_input` naming each photo of which its author neither said what it shows nor chose not to.
   */
  async send(manager: EntityManager, proposalId: string): Promise<void> {
    requirePhotosReady(await this.list(manager, proposalId));
    await manager.update(ProposalPhoto, { proposalId }, { isSent: true });
  }

  /** One size of a photo, under the read rule of its proposal. @throws Problem `not_found`. */
  async getFile(id: string, size: ImageSize, actor: Actor | null, isSeen: boolean): Promise<ImageFile> {
    const values = [id, ...readerValues(actor, this.clock.now()), size, isSeen];
    const [row] = await namedQuery<ImageFile>(this.dataSource, 'photo file', photoFileQuery, values);
    if (!row) throw new Problem('not_found');
    return row;
  }

  private list(manager: EntityManager, proposalId: string): Promise<ProposalPhoto[]> {
    return manager.find(ProposalPhoto, { where: { proposalId }, order: { position: 'asc' } });
  }

  private async lock(
    manager: EntityManager,
    actor: Actor,
    id: string,
  ): Promise<{
    readonly locked: LockedProposal;
    readonly photo: ProposalPhoto;
    readonly others: readonly ProposalPhoto[];
  }> {
    const found = await manager.findOneBy(ProposalPhoto, { id });
    if (!found) throw new Problem('not_found');
    const locked = await this.lifecycle.lock(manager, found.proposalId, actor);
    requireEditable(locked.facts);
    const photos = await this.list(manager, found.proposalId);
    const photo = photos.find((one) => one.id === id);
    if (!photo) throw new Problem('not_found');
    return { locked, photo, others: photos.filter((one) => one !== photo) };
  }

  private async save(
    manager: EntityManager,
    proposalId: string,
    { sizes, width, height }: Pick<KeptPhoto, 'sizes' | 'width' | 'height'>,
  ): Promise<ProposalPhoto> {
    const photos = await this.list(manager, proposalId);
    if (photos.length >= photoLimits.count) throw new Problem('too_many_photos');
    const photo = await manager.save(
      manager.create(ProposalPhoto, {
        proposalId,
        position: (photos.at(-1)?.position ?? 0) + 1,
        width,
        height,
        createdAt: this.clock.now(),
      }),
    );
    await manager.insert(
      ProposalPhotoFile,
      sizes.map(({ size, content }) => ({ photoId: photo.id, size, content })),
    );
    return photo;
  }

  /** After a decision a photo that comes, goes or changes is an edit like one of the text. */
  private async edited(
    manager: EntityManager,
    { row }: LockedProposal,
    actor: Actor,
    action: string,
    photoId: string,
  ): Promise<void> {
    await manager.update(Proposal, row.id, { decidedText: decidedTextOf(row) });
    const details = { photoId };
    await this.audit.record(manager, {
      actorId: actor.personId,
      action,
      objectType: 'proposal',
      objectId: row.id,
      details,
    });
  }
}

function wordsOf(photo: ProposalPhoto, update: PhotoUpdate): Pick<PhotoView, 'description' | 'isUndescribed'> {
  const description = update.isUndescribed ? '' : (update.description ?? photo.description);
  return { description, isUndescribed: description === '' && (update.isUndescribed ?? photo.isUndescribed) };
}

function toView({ id, description, isUndescribed, width, height }: ProposalPhoto): PhotoView {
  return { id, description, isUndescribed, width, height };
}
