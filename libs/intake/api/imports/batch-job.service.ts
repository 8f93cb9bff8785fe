import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleInit } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Resemblances } from '@kernagenda/matching/api';
import { ImportsService } from '@kernagenda/proposals/api';
import type { ProposalImport } from '@kernagenda/proposals/domain';
import { Audit, Clock, Jobs } from '@kernagenda/shared/api';
import { workingStates } from '@kernagenda/intake/domain/imports';
import { ImportBatch } from './imports.entities';
import { importStep } from './imports.events';
import {
  fateQuery,
  forgetPointsQuery,
  forgetReadQuery,
  nextNewQuery,
  nextOfFateQuery,
  sameRowsQuery,
  takenRowsQuery,
} from './imports.queries';

/** So many rows in one transaction: whoever cancels waits for no more than these. */
const rowsAtOnce = 200;
const keptUndecidedMs = 30 * 86_400_000;

interface Step {
  readonly batchId: string;
  readonly actorId: string;
}

interface NumberedPoint {
  readonly number: number;
  readonly proposalId: string;
}

/**
 * Takes over and takes back, a transaction at a time. A step that is done leaves its rows marked and the next step as a
 * job, both or neither: after a crash it goes on where it was, and a step that runs twice finds nothing to do.
 */
@Injectable()
export class BatchJob implements OnApplicationBootstrap, OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly imports: ImportsService,
    private readonly resemblances: Resemblances,
  ) {}

  onModuleInit(): void {
    this.jobs.subscribe(importStep, 'intake-import', (step) => this.step(step));
    this.jobs.daily('intake-forget-files', async () => {
      const before = new Date(this.clock.now().getTime() - keptUndecidedMs);
      await this.dataSource.query(forgetReadQuery, [before]);
      await this.goOn();
    });
  }

  /** A server that was killed holds its job for minutes yet: whoever looks at the page should not wait for that. */
  onApplicationBootstrap(): Promise<void> {
    return this.goOn();
  }

  /** One step more for what is at work, also where every attempt failed: a step too many finds nothing to do. */
  private async goOn(): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const batches = await manager.findBy(ImportBatch, { state: In([...workingStates]) });
      for (const { id: batchId, actedBy, personId } of batches) {
        await this.jobs.publish(manager, importStep, { batchId, actorId: actedBy ?? personId });
      }
    });
  }

  private async step(step: Step): Promise<void> {
    const isHidden = await this.dataSource.transaction(async (manager) => {
      const where = { id: step.batchId };
      const batch = await manager.findOne(ImportBatch, { where, lock: { mode: 'pessimistic_write' } });
      if (batch?.state === 'importing') await this.takeSome(manager, step);
      return batch?.state === 'undoing' && (await this.hideSome(manager, step)) === 0;
    });
    if (!isHidden) return;
    // Matching lets go of what is hidden, in memory too, before the rows themselves are gone.
    await this.resemblances.refresh();
    await this.dataSource.transaction((manager) => this.forgetSome(manager, step));
  }

  private async takeSome(manager: EntityManager, step: Step): Promise<void> {
    const { batchId, actorId } = step;
    const rows = await manager.query<{ number: number; point: ProposalImport }[]>(nextNewQuery, [batchId, rowsAtOnce]);
    if (rows.length === 0) return this.finish(manager, step, 'imported');
    const points = rows.map(({ point }) => point);
    const taken = await this.imports.take(manager, points, { actorId, batchId });
    const idOf = new Map(taken.map(({ id, sourceUrl, sourceKey }) => [JSON.stringify([sourceUrl, sourceKey]), id]));
    const found = rows.map(({ number, point: { sourceUrl, sourceKey } }) => {
      return { number, proposalId: idOf.get(JSON.stringify([sourceUrl, sourceKey])) ?? null };
    });
    const became = found.filter((row): row is NumberedPoint => row.proposalId !== null);
    const others = found.filter(({ proposalId }) => proposalId === null);
    await manager.query(takenRowsQuery, [batchId, numbersOf(became), became.map(({ proposalId }) => proposalId)]);
    if (others.length > 0) await manager.query(sameRowsQuery, [batchId, numbersOf(others)]);
    await this.jobs.publish(manager, importStep, step);
  }

  /** @returns how many there were to hide */
  private async hideSome(manager: EntityManager, step: Step): Promise<number> {
    const { batchId, actorId } = step;
    const rows = await this.nextOf(manager, batchId, 'taken');
    if (rows.length === 0) return 0;
    const kept = await this.imports.takeBack(manager, idsOf(rows), { actorId, batchId });
    await this.mark(manager, batchId, rows, kept, 'hidden');
    await this.jobs.publish(manager, importStep, step);
    return rows.length;
  }

  private async forgetSome(manager: EntityManager, step: Step): Promise<void> {
    const { batchId } = step;
    const where = { id: batchId, state: 'undoing' as const };
    const batch = await manager.findOne(ImportBatch, { where, lock: { mode: 'pessimistic_write' } });
    if (!batch) return;
    const rows = await this.nextOf(manager, batchId, 'hidden');
    if (rows.length === 0) return this.finish(manager, step, 'undone');
    const kept = await this.imports.forget(manager, idsOf(rows));
    await this.mark(manager, batchId, rows, kept, 'gone');
    await this.jobs.publish(manager, importStep, step);
  }

  private async finish(manager: EntityManager, { batchId, actorId }: Step, state: 'imported' | 'undone') {
    await manager.query(forgetPointsQuery, [batchId]);
    await manager.update(ImportBatch, batchId, { state, finishedAt: this.clock.now(), version: () => 'version + 1' });
    const entry = { actorId, action: `import.${state}`, objectType: 'import', objectId: batchId, toState: state };
    await this.audit.record(manager, entry);
  }

  private nextOf(manager: EntityManager, batchId: string, fate: 'taken' | 'hidden'): Promise<NumberedPoint[]> {
    return manager.query<NumberedPoint[]>(nextOfFateQuery, [batchId, fate, rowsAtOnce]);
  }

  private async mark(
    manager: EntityManager,
    batchId: string,
    rows: readonly NumberedPoint[],
    kept: readonly string[],
    fate: 'hidden' | 'gone',
  ): Promise<void> {
    const isKept = ({ proposalId }: NumberedPoint): boolean => kept.includes(proposalId);
    await manager.query(fateQuery, [batchId, numbersOf(rows.filter(isKept)), 'kept']);
    await manager.query(fateQuery, [batchId, numbersOf(rows.filter((row) => !isKept(row))), fate]);
  }
}

const idsOf = (rows: readonly NumberedPoint[]): string[] => rows.map(({ proposalId }) => proposalId);
const numbersOf = (rows: readonly { readonly number: number }[]): number[] => rows.map(({ number }) => number);
