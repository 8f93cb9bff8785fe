import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { promiseLimits } from '@kernagenda/commitments/domain';
import type { MilestoneInput, MilestoneUpdate } from '@kernagenda/commitments/domain';
import type { Actor } from '@kernagenda/identity/domain';
import { Clock } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import { Problem, invalidField } from '@kernagenda/shared/domain';
import { requireWhen } from './due-days';
import { MilestoneRow } from './promises.entities';
import { PromisesService } from './promises.service';

/** The steps of carrying out a point that people can look forward to. */
@Injectable()
export class MilestonesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly promises: PromisesService,
  ) {}

  /** @throws Problem `invalid_input` for a day that is none, or on a point that has as many as fit. */
  async add(actor: Actor, proposalId: string, input: MilestoneInput, call: IdempotentCall | null): Promise<void> {
    await this.promises.act(actor, proposalId, 'milestone', call, async (manager) => {
      const createdAt = this.clock.now();
      requireWhen(input.when, createdAt);
      const { perPoint } = promiseLimits.milestone;
      if ((await manager.countBy(MilestoneRow, { proposalId })) >= perPoint) {
        throw invalidField('/title', `at most ${perPoint} milestones on a point`);
      }
      return (await manager.save(manager.create(MilestoneRow, { ...input, proposalId, createdAt }))).id;
    });
  }

  /** Its title and day, and whether it was reached; answers the point. The instant it was first reached stays. */
  async put(actor: Actor, id: string, { isReached, ...input }: MilestoneUpdate): Promise<string> {
    return this.change(actor, id, async (manager, { reachedAt }) => {
      const now = this.clock.now();
      requireWhen(input.when, now);
      await manager.update(MilestoneRow, id, { ...input, reachedAt: isReached ? (reachedAt ?? now) : null });
    });
  }

  /** Answers the point it stood on. */
  async delete(actor: Actor, id: string): Promise<string> {
    return this.change(actor, id, async (manager) => {
      await manager.delete(MilestoneRow, id);
    });
  }

  private async change(
    actor: Actor,
    id: string,
    write: (manager: EntityManager, row: MilestoneRow) => Promise<void>,
  ): Promise<string> {
    const found = await this.dataSource.manager.findOneBy(MilestoneRow, { id });
    if (!found) throw new Problem('not_found');
    await this.promises.act(actor, found.proposalId, 'milestone', null, async (manager) => {
      // Locked is the point; somebody may have deleted it in the meantime.
      const row = await manager.findOneBy(MilestoneRow, { id });
      if (!row) throw new Problem('not_found');
      await write(manager, row);
      return id;
    });
    return found.proposalId;
  }
}
