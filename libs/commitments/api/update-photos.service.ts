import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource, IsNull, LessThan } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { mayReadHiddenSaid, promiseLimits } from '@kernagenda/commitments/domain';
import type { UpdatePhotoInput } from '@kernagenda/commitments/domain';
import type { Actor } from '@kernagenda/identity/domain';
import { PhotoIntake, ProposalsService } from '@kernagenda/proposals/api';
import { requirePhotosReady } from '@kernagenda/proposals/domain/photos';
import type { PhotoView } from '@kernagenda/proposals/domain';
import { Clock, Idempotency, Jobs, namedQuery } from '@kernagenda/shared/api';
import type { IdempotentCall, ImageFile, SentFileReader } from '@kernagenda/shared/api';
import { Problem } from '@kernagenda/shared/domain';
import type { ImageSize } from '@kernagenda/shared/domain';
import { UpdatePhoto, UpdatePhotoFile } from './update-photos.entities';
import { senderLockQuery, unsentQuery, updatePhotoFileQuery } from './update-photos.queries';
import type { UpdatePhotoFileRow } from './update-photos.queries';

/** The photos of status updates: kept for their sender alone until they are sent, and never changed after. */
@Injectable()
export class UpdatePhotosService implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly intake: PhotoIntake,
    private readonly jobs: Jobs,
    private readonly proposals: ProposalsService,
  ) {}

  onModuleInit(): void {
    this.jobs.daily('commitments-forget-photos', () => this.forgetUnsent());
  }

  /** Keeps a photo that is not sent yet. @throws Problem `too_many_photos`, or what `PhotoIntake.take` throws. */
  async keep(actor: Actor, read: SentFileReader, call: IdempotentCall | null): Promise<PhotoView> {
    const { sizes, width, height, call: known } = await this.intake.take(actor, read, call);
    return this.dataSource.transaction((manager) =>
      this.idempotency.once(manager, known, async () => {
        const senderId = actor.personId;
        await manager.query(senderLockQuery, [senderId]);
        const unsent = await manager.countBy(UpdatePhoto, { senderId, updateId: IsNull() });
        if (unsent >= promiseLimits.unsentPhotos) throw new Problem('too_many_photos');
        const photo = manager.create(UpdatePhoto, { senderId, width, height, createdAt: this.clock.now() });
        const { id } = await manager.save(photo);
        await manager.insert(
          UpdatePhotoFile,
          sizes.map(({ size, content }) => ({ photoId: id, size, content })),
        );
        return { id, description: '', isUndescribed: false, width, height };
      }),
    );
  }

  /** Deletes an own photo that is not sent yet. @throws Problem `not_found`. */
  async remove(actor: Actor, id: string): Promise<void> {
    const unsent = { id, senderId: actor.personId, updateId: IsNull() };
    const { affected } = await this.dataSource.manager.delete(UpdatePhoto, unsent);
    if (!affected) throw new Problem('not_found');
  }

  /** One size of a photo, for who may read its update; before it is sent, for its sender. @throws Problem `not_found`. */
  async getFile(id: string, size: ImageSize, actor: Actor | null, isSeen: boolean): Promise<ImageFile> {
    const values = [id, size, isSeen];
    const [row] = await namedQuery<UpdatePhotoFileRow>(this.dataSource, 'update photo', updatePhotoFileQuery, values);
    if (!row) throw new Problem('not_found');
    const { senderId, proposalId, content, kind, authorId, isHidden } = row;
    if (proposalId === null) {
      if (actor?.personId !== senderId) throw new Problem('not_found');
      return { isPublic: false, content };
    }
    const point = await this.proposals.findFacts(proposalId, actor);
    if (!point) throw new Problem('not_found');
    if (isHidden && !mayReadHiddenSaid({ point, kind, authorId, isHidden })) throw new Problem('not_found');
    return { isPublic: point.moderationState === 'approved' && !isHidden, content };
  }

  /**
   * Sends photos with an update, in this order.
   * @throws Problem `invalid_input` naming each photo that has no words, or that is not an own one still to be sent.
   */
  async send(
    manager: EntityManager,
    actor: Actor,
    updateId: string,
    photos: readonly UpdatePhotoInput[],
  ): Promise<void> {
    requirePhotosReady(photos);
    if (photos.length === 0) return;
    const ids = photos.map(({ id }) => id);
    const unsent = await namedQuery<{ readonly id: string }>(manager, 'unsent update photos', unsentQuery, [
      ids,
      actor.personId,
    ]);
    const isUnsent = (id: string, index: number): boolean =>
      unsent.some((row) => row.id === id) && ids.indexOf(id) === index;
    const faults = ids.flatMap((id, index) => (isUnsent(id, index) ? [] : [`/photos/${index}/id`]));
    if (faults.length > 0) {
      const detail = 'an own photo that was not sent yet';
      throw new Problem(
        'invalid_input',
        undefined,
        faults.map((pointer) => ({ pointer, detail })),
      );
    }
    for (const [position, { id, description, isUndescribed }] of photos.entries()) {
      const words = isUndescribed ? '' : description;
      await manager.update(UpdatePhoto, id, { updateId, position, description: words, isUndescribed });
    }
  }

  /** Deletes what was never sent; a device that still has it sends it again. */
  async forgetUnsent(): Promise<void> {
    const oldest = new Date(this.clock.now().getTime() - promiseLimits.unsentPhotoSeconds * 1000);
    await this.dataSource.manager.delete(UpdatePhoto, { updateId: IsNull(), createdAt: LessThan(oldest) });
  }
}
