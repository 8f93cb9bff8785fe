import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource, LessThan } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Collaborations } from '@kernagenda/collaborations/api';
import { FollowingMoves, PhotoIntake } from '@kernagenda/proposals/api';
import type { FollowedMove } from '@kernagenda/proposals/api';
import { requirePhotosReady } from '@kernagenda/proposals/domain/photos';
import type { PhotoView } from '@kernagenda/proposals/domain';
import { Clock, Idempotency, Jobs, namedQuery } from '@kernagenda/shared/api';
import type { IdempotentCall, ImageFile, SentFileReader } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import { Problem, amsterdamDay, invalidField, isDay } from '@kernagenda/shared/domain';
import type { ImageSize } from '@kernagenda/shared/domain';
import { procurementLimits } from '@kernagenda/procurement/domain';
import type {
  DeliverInput,
  DeliveryPhotoInput,
  DeliveryPlanInput,
  PurchaseView,
  VillageEvaluationInput,
} from '@kernagenda/procurement/domain';
import { DeliveryPhoto, DeliveryPhotoFile, ProcurementVillage } from './purchases.entities';
import { Purchases } from './purchases';
import { deliveryPhotoFileQuery, senderLockQuery, unsentPhotosQuery } from './purchases.queries';
import { PurchaseReader, deliveredTo } from './purchases.reader';
import type { LoadedPurchase } from './purchases.reader';
import { pointsOf, stayedOf } from './decisions.service';

/** From the order to what each village got: when, with a photo and in words, and whether it is content. */
@Injectable()
export class DeliveriesService implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly intake: PhotoIntake,
    private readonly collaborations: Collaborations,
    private readonly following: FollowingMoves,
    private readonly jobs: Jobs,
    private readonly purchases: Purchases,
    private readonly reader: PurchaseReader,
  ) {}

  onModuleInit(): void {
    this.jobs.daily('procurement-forget-photos', () => this.forgetUnsent());
  }

  /** Says when a village gets its part. @throws Problem `invalid_input` for a day before today. */
  async plan(
    actor: Actor,
    id: string,
    villageId: string,
    seenVersion: number,
    { plannedOn }: DeliveryPlanInput,
  ): Promise<PurchaseView> {
    return this.purchases.editVillage(actor, id, villageId, 'plan_delivery', seenVersion, async (manager) => {
      if (!isDay(plannedOn) || plannedOn < this.today()) throw invalidField('/plannedOn', 'a day, today or later');
      await manager.update(ProcurementVillage, { caseId: id, villageId }, { plannedOn });
      return { details: { villageId, plannedOn }, happened: [{ kind: 'planned', villageId, note: plannedOn }] };
    });
  }

  /**
   * Says that a village got its part, with how it went: its point is done with that story. After the last village all is
   * delivered. @throws Problem `invalid_input` for a day to come, or a photo that has no words or is not an own one.
   */
  async deliver(
    actor: Actor,
    id: string,
    villageId: string,
    seenVersion: number,
    { deliveredOn, story, photos }: DeliverInput,
  ): Promise<PurchaseView> {
    const moved: FollowedMove[] = [];
    await this.purchases.change(actor, id, async (manager, loaded) => {
      this.purchases.requireVillage(loaded, villageId, 'deliver');
      await this.purchases.moveLocked(manager, actor, loaded, 'deliver', seenVersion, async () => {
        if (!isDay(deliveredOn) || deliveredOn > this.today())
          throw invalidField('/deliveredOn', 'a day, today or before');
        await manager.update(ProcurementVillage, { caseId: id, villageId }, { deliveredOn, story });
        await this.tellWith(manager, actor, id, villageId, photos);
        const { row, facts } = loaded;
        const isLast = facts.openDeliveries <= 1;
        if (isLast) await this.collaborations.release(manager, row.collaborationId, 'villages');
        for (const proposalId of pointsOf(loaded, [villageId])) {
          if (isAwaitedBy(loaded, proposalId, villageId)) continue;
          moved.push(
            await this.following.follow(manager, actor, {
              ...{ proposalId, to: 'done', story, collaborationId: row.collaborationId },
              ...{ teamId: row.buyer?.id ?? null, dueOn: deliveredOn },
            }),
          );
        }
        return {
          details: { villageId, deliveredOn, story, photos: photos.length, stayed: stayedOf(moved) },
          happened: [
            { kind: 'village_delivered', villageId, note: story },
            ...(isLast ? [{ kind: 'delivered' } as const] : []),
          ],
        };
      });
    });
    this.following.announce(moved);
    return this.purchases.see(actor, id);
  }

  /** Whether a village is content afterwards. */
  async evaluate(
    actor: Actor,
    id: string,
    villageId: string,
    seenVersion: number,
    { isContent, note }: VillageEvaluationInput,
  ): Promise<PurchaseView> {
    return this.purchases.editVillage(actor, id, villageId, 'evaluate', seenVersion, async (manager) => {
      await manager.update(ProcurementVillage, { caseId: id, villageId }, { isContent, evaluationNote: note });
      return { details: { villageId, isContent, note } };
    });
  }

  /**
   * Keeps a photo for a day, for its sender alone, until the delivery is told with it. What is refused without it is
   * refused before the file is read. @throws Problem `too_many_photos`, or what `PhotoIntake.take` throws.
   */
  async keepPhoto(
    actor: Actor,
    id: string,
    villageId: string,
    read: SentFileReader,
    call: IdempotentCall | null,
  ): Promise<PhotoView> {
    this.purchases.requireVillage(await this.reader.load(this.dataSource, id, actor), villageId, 'deliver');
    const taken = await this.intake.take(actor, read, call);
    return this.dataSource.transaction(async (manager) => {
      const loaded = await this.purchases.lock(manager, id, actor);
      return this.idempotency.once(manager, taken.call, async () => {
        this.purchases.requireVillage(loaded, villageId, 'deliver');
        const senderId = actor.personId;
        await manager.query(senderLockQuery, [senderId]);
        const unsent = await manager.countBy(DeliveryPhoto, { senderId, isSent: false });
        if (unsent >= procurementLimits.unsentPhotos) throw new Problem('too_many_photos');
        const { width, height, sizes } = taken;
        const kept = { caseId: id, villageId, senderId, width, height, createdAt: this.clock.now() };
        const photo = await manager.save(manager.create(DeliveryPhoto, kept));
        await manager.insert(
          DeliveryPhotoFile,
          sizes.map(({ size, content }) => ({ photoId: photo.id, size, content })),
        );
        return { id: photo.id, description: '', isUndescribed: false, width, height };
      });
    });
  }

  /** Deletes an own photo nothing was told with yet. @throws Problem `not_found`. */
  async removePhoto(actor: Actor, id: string): Promise<void> {
    const { affected } = await this.dataSource.manager.delete(DeliveryPhoto, {
      ...{ id, senderId: actor.personId, isSent: false },
    });
    if (!affected) throw new Problem('not_found');
  }

  /** One size of a photo. @throws Problem `not_found`. */
  async getFile(id: string, size: ImageSize, actor: Actor | null, isSeen: boolean): Promise<ImageFile> {
    const values = [id, actor?.personId ?? null, size, isSeen];
    const [row] = await namedQuery<ImageFile>(this.dataSource, 'delivery photo file', deliveryPhotoFileQuery, values);
    if (!row) throw new Problem('not_found');
    return row;
  }

  /** Deletes what was never told with; a device that still has it sends it again. */
  async forgetUnsent(): Promise<void> {
    const oldest = new Date(this.clock.now().getTime() - procurementLimits.unsentPhotoSeconds * 1000);
    await this.dataSource.manager.delete(DeliveryPhoto, { isSent: false, createdAt: LessThan(oldest) });
  }

  private async tellWith(
    manager: EntityManager,
    actor: Actor,
    caseId: string,
    villageId: string,
    photos: readonly DeliveryPhotoInput[],
  ): Promise<void> {
    requirePhotosReady(photos);
    if (photos.length === 0) return;
    const ids = photos.map(({ id }) => id.toLowerCase());
    const values = [ids, actor.personId, caseId, villageId];
    const own = await namedQuery<{ readonly id: string }>(manager, 'unsent delivery photos', unsentPhotosQuery, values);
    const faults = ids.flatMap((id, index) =>
      own.some((row) => row.id === id) && ids.indexOf(id) === index ? [] : [`/photos/${index}/id`],
    );
    if (faults.length > 0) {
      const detail = 'an own photo that was kept for this delivery';
      throw new Problem(
        'invalid_input',
        undefined,
        faults.map((pointer) => ({ pointer, detail })),
      );
    }
    for (const [position, { description, isUndescribed }] of photos.entries()) {
      const words = { description: isUndescribed ? '' : description, isUndescribed };
      await manager.update(DeliveryPhoto, ids[position] ?? '', { isSent: true, position, ...words });
    }
  }

  private today(): string {
    return amsterdamDay(this.clock.now());
  }
}

/** Whether another village still waits for its part of a point they share. */
const isAwaitedBy = ({ lines, villages }: LoadedPurchase, proposalId: string, villageId: string): boolean =>
  lines.some(
    (line) => line.proposalId === proposalId && line.villageId !== villageId && !deliveredTo(villages, line.villageId),
  );
