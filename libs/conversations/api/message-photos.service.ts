import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource, In, IsNull, LessThan } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { threadLimits } from '@kernagenda/conversations/domain';
import type { MessagePhotoInput } from '@kernagenda/conversations/domain';
import type { Actor } from '@kernagenda/identity/domain';
import { PhotoIntake } from '@kernagenda/proposals/api';
import type { KeptPhoto } from '@kernagenda/proposals/api';
import { requirePhotosReady } from '@kernagenda/proposals/domain/photos';
import type { PhotoView } from '@kernagenda/proposals/domain';
import { Clock, Idempotency, Jobs, namedQuery } from '@kernagenda/shared/api';
import type { IdempotentCall, ImageFile, SentFileReader } from '@kernagenda/shared/api';
import { Problem } from '@kernagenda/shared/domain';
import type { ImageSize } from '@kernagenda/shared/domain';
import { MessagePhoto, MessagePhotoFile } from './message-photos.entities';
import { messagePhotoFileQuery, senderLockQuery, unsentQuery } from './message-photos.queries';

/** The photos of messages: kept for their sender alone until they are sent, and never changed after. */
@Injectable()
export class MessagePhotosService implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly intake: PhotoIntake,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.daily('conversations-forget-photos', () => this.forgetUnsent());
  }

  /** Keeps a photo that is not sent yet. @throws Problem `too_many_photos`, or what `PhotoIntake.take` throws. */
  async keep(actor: Actor, read: SentFileReader, call: IdempotentCall | null): Promise<PhotoView> {
    const { sizes, width, height, call: known } = await this.intake.take(actor, read, call);
    return this.dataSource.transaction((manager) =>
      this.idempotency.once(manager, known, async () => {
        const senderId = actor.personId;
        await manager.query(senderLockQuery, [senderId]);
        const unsent = await manager.countBy(MessagePhoto, { senderId, messageId: IsNull() });
        if (unsent >= threadLimits.unsentPhotos) throw new Problem('too_many_photos');
        const photo = manager.create(MessagePhoto, { senderId, width, height, createdAt: this.clock.now() });
        const { id } = await manager.save(photo);
        await manager.insert(
          MessagePhotoFile,
          sizes.map(({ size, content }) => ({ photoId: id, size, content })),
        );
        return { id, description: '', isUndescribed: false, width, height };
      }),
    );
  }

  /** Deletes an own photo that is not sent yet. @throws Problem `not_found`. */
  async remove(actor: Actor, id: string): Promise<void> {
    const unsent = { id, senderId: actor.personId, messageId: IsNull() };
    const { affected } = await this.dataSource.manager.delete(MessagePhoto, unsent);
    if (!affected) throw new Problem('not_found');
  }

  /** One size of a photo, for who may read its message. @throws Problem `not_found`. */
  async getFile(id: string, size: ImageSize, actor: Actor, isSeen: boolean): Promise<ImageFile> {
    const values = [id, actor.personId, this.clock.now(), size, isSeen];
    const [row] = await namedQuery<ImageFile>(this.dataSource, 'message photo file', messagePhotoFileQuery, values);
    if (!row) throw new Problem('not_found');
    return row;
  }

  /**
   * Sends photos with a message, in this order.
   * @throws Problem `invalid_input` naming each photo that has no words, or that is not an own one still to be sent.
   */
  async send(
    manager: EntityManager,
    actor: Actor,
    messageId: string,
    photos: readonly MessagePhotoInput[],
  ): Promise<void> {
    requirePhotosReady(photos);
    if (photos.length === 0) return;
    const ids = photos.map(({ id }) => id);
    const unsent = await namedQuery<{ readonly id: string }>(manager, 'unsent photos', unsentQuery, [
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
      await manager.update(MessagePhoto, id, { messageId, position, description: words, isUndescribed });
    }
  }

  /** The photos of a message with their files, in the order of its author. */
  async listKept(manager: EntityManager, messageId: string): Promise<readonly KeptPhoto[]> {
    const photos = await manager.find(MessagePhoto, { where: { messageId }, order: { position: 'asc' } });
    const files = await manager.findBy(MessagePhotoFile, { photoId: In(photos.map(({ id }) => id)) });
    return photos.map(({ id, description, isUndescribed, width, height }) => ({
      ...{ description, isUndescribed, width, height },
      sizes: files.filter(({ photoId }) => photoId === id),
    }));
  }

  /** Deletes what was never sent; a device that still has it sends it again. */
  async forgetUnsent(): Promise<void> {
    const oldest = new Date(this.clock.now().getTime() - threadLimits.unsentPhotoSeconds * 1000);
    await this.dataSource.manager.delete(MessagePhoto, { messageId: IsNull(), createdAt: LessThan(oldest) });
  }
}
