import { createHmac, randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Audit, Clock, Settings, namedQuery, toPage } from '@kernagenda/shared/api';
import type { Actor, Place } from '@kernagenda/identity/domain';
import { Problem, amsterdamDay, daysAfter, invalidField, isDay } from '@kernagenda/shared/domain';
import type { Page } from '@kernagenda/shared/domain';
import type { VillageRef } from '@kernagenda/villages/domain';
import { codeAlphabet, codeBody, makeCode, mayMakeCodes, residencyLimits } from '@kernagenda/villages/domain/residency';
import type { CodeBatchInput, CodeBatchState, CodeBatchView, MadeCodes } from '@kernagenda/villages/domain/residency';
import { ResidencyBatch, ResidencyProof } from './residency.entities';
import { batchesQuery, codePlacesQuery, keepCodesQuery } from './residency.queries';
import type { BatchRow, CodePlaceRow } from './residency.queries';

/** Keyed: who has only the table cannot try all codes against it. */
export const hashOfCode = (secretKey: string, code: string): string =>
  createHmac('sha256', secretKey).update(`residency\n${code}`).digest('hex');

/** Codes for the letterboxes of a village: made once, told once, counted and withdrawn together. */
@Injectable()
export class CodeBatches {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly audit: Audit,
  ) {}

  /** The villages this person may make codes for, by name. */
  async listVillages(actor: Actor): Promise<readonly VillageRef[]> {
    const rows = await namedQuery<CodePlaceRow>(this.dataSource, 'code places', codePlacesQuery, [null]);
    return rows.filter((row) => mayMakeCodes(actor, placeOf(row))).map(({ village }) => village);
  }

  /** The batches of those villages, newest first. */
  async list(actor: Actor, limit: number, after: readonly string[] | null): Promise<Page<CodeBatchView>> {
    const ids = (await this.listVillages(actor)).map(({ id }) => id);
    const values = [ids, null, after?.[0] ?? null, after?.[1] ?? null, limit + 1];
    const rows = await namedQuery<BatchRow>(this.dataSource, 'code batches', batchesQuery, values);
    const today = amsterdamDay(this.clock.now());
    return toPage(
      rows,
      limit,
      (row) => toView(row, today),
      ({ createdAt, id }) => [createdAt.toISOString(), id],
    );
  }

  /**
   * Makes codes and tells them this once. There is no idempotency key: the answer would have to be kept with it.
   * @throws Problem `not_allowed` for a village this person makes no codes for, `invalid_input` for the last day.
   */
  async make(actor: Actor, { villageId, codes: count, usesPerCode, validUntil }: CodeBatchInput): Promise<MadeCodes> {
    const now = this.clock.now();
    const last = daysAfter(now, residencyLimits.days);
    if (!isDay(validUntil) || validUntil < amsterdamDay(now) || validUntil > last)
      throw invalidField('/validUntil', `a day, today or later, not after ${last}`);
    const made = new Set<string>();
    while (made.size < count)
      made.add(makeCode(Array.from({ length: codeBody }, () => randomInt(codeAlphabet.length))));
    const codes = [...made];
    return this.dataSource.transaction(async (manager) => {
      const [place] = await namedQuery<CodePlaceRow>(manager, 'code places', codePlacesQuery, [villageId]);
      if (!place || !mayMakeCodes(actor, placeOf(place))) throw new Problem('not_allowed');
      const row = { villageId: place.village.id, codes: count, usesPerCode, validUntil, createdAt: now };
      const { id } = await manager.save(manager.create(ResidencyBatch, row));
      const hashes = codes.map((code) => hashOfCode(this.settings.secretKey, code));
      await manager.query(keepCodesQuery, [hashes, id]);
      await this.record(manager, actor, 'residency_codes.make', id, { villageId: place.village.id, codes: count });
      return { batch: await this.read(manager, place.village.id, id), codes };
    });
  }

  /**
   * Stops the codes of a batch. Proofs stay, unless they are taken back too, now or by withdrawing once more; doing
   * either twice changes nothing.
   * @throws Problem `not_found` also for a batch of a village this person makes no codes for.
   */
  async withdraw(actor: Actor, id: string, takesBackProofs: boolean): Promise<CodeBatchView> {
    return this.dataSource.transaction(async (manager) => {
      const batch = await manager.findOne(ResidencyBatch, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!batch) throw new Problem('not_found');
      const [place] = await namedQuery<CodePlaceRow>(manager, 'code places', codePlacesQuery, [batch.villageId]);
      if (!place || !mayMakeCodes(actor, placeOf(place))) throw new Problem('not_found');
      const takesBack = takesBackProofs && !batch.proofsTakenBackAt;
      if (!batch.withdrawnAt || takesBack) {
        const now = this.clock.now();
        const proofsTakenBackAt = takesBack ? now : batch.proofsTakenBackAt;
        await manager.update(ResidencyBatch, id, { withdrawnAt: batch.withdrawnAt ?? now, proofsTakenBackAt });
        const { affected } = takesBack ? await manager.delete(ResidencyProof, { batchId: id }) : { affected: 0 };
        await this.record(manager, actor, 'residency_codes.withdraw', id, { takesBack, proofs: affected ?? 0 });
      }
      return this.read(manager, batch.villageId, id);
    });
  }

  private async read(manager: EntityManager, villageId: string, id: string): Promise<CodeBatchView> {
    const values = [[villageId], id, null, null, 1];
    const [row] = await namedQuery<BatchRow>(manager, 'code batches', batchesQuery, values);
    if (!row) throw new Problem('not_found');
    return toView(row, amsterdamDay(this.clock.now()));
  }

  private record(
    manager: EntityManager,
    actor: Actor,
    action: string,
    objectId: string,
    details: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const entry = { actorId: actor.personId, action, objectType: 'residency_batch', objectId, details };
    return this.audit.record(manager, entry);
  }
}

const placeOf = ({ village, areaId, municipalityId }: CodePlaceRow): Place => ({
  villageId: village.id,
  areaId,
  municipalityId,
});

function stateOf({ withdrawnAt, validUntil }: BatchRow, today: string): CodeBatchState {
  if (withdrawnAt) return 'withdrawn';
  return validUntil < today ? 'over' : 'open';
}

const toView = (row: BatchRow, today: string): CodeBatchView => ({
  id: row.id,
  village: row.village,
  codes: row.codes,
  usesPerCode: row.usesPerCode,
  validUntil: row.validUntil,
  createdAt: row.createdAt.toISOString(),
  state: stateOf(row, today),
  usedCodes: row.usedCodes,
  proven: row.proven,
  areProofsTakenBack: row.proofsTakenBackAt !== null,
});
