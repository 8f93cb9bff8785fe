import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PromisingPart, UpdateInput, UpdateKind } from '@kernagenda/commitments/domain';
import type { Actor } from '@kernagenda/identity/domain';
import { ProposalsLifecycle } from '@kernagenda/proposals/api';
import type { LockedProposal } from '@kernagenda/proposals/api';
import { Clock } from '@kernagenda/shared/api';
import { invalidField } from '@kernagenda/shared/domain';
import { StatusUpdateRow } from './promises.entities';
import { UpdatePhotosService } from './update-photos.service';

/** An update before it is written. */
export interface NewUpdate extends UpdateInput {
  readonly kind: UpdateKind;
  readonly part: PromisingPart;
  readonly teamId: string | null;
  readonly commitmentId: string | null;
}

/** Writes what somebody says of how a point stands, always in the transaction of whoever calls. */
@Injectable()
export class StatusUpdates {
  constructor(
    private readonly clock: Clock,
    private readonly lifecycle: ProposalsLifecycle,
    private readonly photos: UpdatePhotosService,
  ) {}

  /**
   * Its id; from now on the status of the point is of this moment.
   * @throws Problem `invalid_input` without text and photo, or for a photo that is not an own one still to be sent.
   */
  async write(manager: EntityManager, actor: Actor, point: LockedProposal, update: NewUpdate): Promise<string> {
    const { photos, text, kind, part, teamId, commitmentId } = update;
    if (kind !== 'still_right' && text === '' && photos.length === 0) throw invalidField('/text', 'a text or a photo');
    const { id } = await manager.save(
      manager.create(StatusUpdateRow, {
        ...{ text, kind, part, teamId, commitmentId },
        proposalId: point.row.id,
        authorId: actor.personId,
        createdAt: this.clock.now(),
      }),
    );
    await this.photos.send(manager, actor, id, photos);
    await this.lifecycle.confirmStatus(manager, point);
    return id;
  }
}
