import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Audit, Clock, Idempotency, Jobs, requireVersion } from '@kernagenda/shared/api';
import type { IdempotentCall, SentDocument } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import { Problem, invalidField, oneLine, stateAfter } from '@kernagenda/shared/domain';
import {
  batchActions,
  headingsKey,
  importLimits,
  isSourceUrl,
  shorten,
  suggestColumns,
  workingStates,
} from '@kernagenda/intake/domain/imports';
import type { BatchAction, BatchFacts, BatchState, ColumnsInput } from '@kernagenda/intake/domain/imports';
import { FileReader, unreadable } from './file-reader';
import { ImportBatch, ImportColumns } from './imports.entities';
import { importStep } from './imports.events';
import { forgetCellsQuery, saveRowsQuery } from './imports.queries';
import { RowsCheck } from './rows-check';

/** What an administrator does with files of points. Nothing is taken over before it is confirmed. */
@Injectable()
export class Batches {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly idempotency: Idempotency,
    private readonly jobs: Jobs,
    private readonly files: FileReader,
    private readonly check: RowsCheck,
  ) {}

  /**
   * Reads a file and tries it: what each row would do is kept, and nothing else happens.
   * @returns the id of the batch
   * @throws Problem `unreadable_file`, `too_many_requests`
   */
  async read(actor: Actor, readFile: () => Promise<SentDocument>, call: IdempotentCall | null): Promise<string> {
    const { name, content } = await readFile().catch((error: unknown) => {
      throw error instanceof Problem && error.code === 'body_too_large' ? unreadable('too_large') : error;
    });
    const { headings, rows, leftOut } = await this.files.read(content);
    // The same key with another file is another call.
    const known = call && { ...call, bodyHash: hash(content) };
    const { id } = await this.dataSource.transaction((manager) =>
      this.idempotency.once(manager, known, async () => {
        const remembered = await manager.findOneBy(ImportColumns, { headingsHash: hash(headingsKey(headings)) });
        const batch = await manager.save(
          manager.create(ImportBatch, {
            personId: actor.personId,
            actedBy: actor.personId,
            state: 'read',
            fileName: shorten(oneLine(name), importLimits.fileName),
            headings,
            leftOut,
            columns: remembered?.columns ?? suggestColumns(headings),
            sourceUrl: remembered?.sourceUrl ?? null,
            createdAt: this.clock.now(),
            finishedAt: null,
          }),
        );
        await manager.query(saveRowsQuery, [batch.id, JSON.stringify(rows)]);
        await this.check.checkAll(manager, batch);
        await this.record(manager, actor, 'read', batch.id, { rows: rows.length });
        return { id: batch.id };
      }),
    );
    return id;
  }

  /**
   * Says what the columns are and where the points stand, and tries the file again.
   * @throws Problem `not_found`, `not_allowed`, `wrong_state`, `stale_version`, `invalid_input`
   */
  async chooseColumns(actor: Actor, id: string, input: ColumnsInput, seenVersion: number): Promise<void> {
    await this.act(actor, id, 'choose_columns', seenVersion, async (manager, batch) => {
      const { columns, sourceUrl } = input;
      const used = columns.filter((column) => column !== null);
      if (columns.length !== batch.headings.length || new Set(used).size !== used.length) {
        throw invalidField('/columns', 'one choice for each heading, and each column at most once');
      }
      if (sourceUrl !== null && !isSourceUrl(sourceUrl)) throw invalidField('/sourceUrl', 'an http or https address');
      const headingsHash = hash(headingsKey(batch.headings));
      await manager.upsert(ImportColumns, { headingsHash, columns, sourceUrl, usedAt: this.clock.now() }, [
        'headingsHash',
      ]);
      await manager.update(ImportBatch, id, { columns, sourceUrl });
      await this.check.checkAll(manager, { ...batch, columns, sourceUrl });
    });
  }

  /**
   * Takes over what is new, by a job: the answer does not wait for it.
   * @throws Problem `not_found`, `not_allowed`, `stale_version`, `wrong_state` also while another file is at work
   */
  async confirm(actor: Actor, id: string, seenVersion: number): Promise<void> {
    await this.act(actor, id, 'confirm', seenVersion, async (manager, batch) => {
      await this.start(manager, actor, id);
      // Since it was read another file may have brought the same points, under another address too.
      await this.check.checkAll(manager, batch);
      await manager.query(forgetCellsQuery, [id]);
    });
  }

  /** Stops a job and takes back what it took over. @throws as `confirm` */
  async cancel(actor: Actor, id: string): Promise<void> {
    await this.act(actor, id, 'cancel', null, (manager) => this.proceed(manager, actor, id));
  }

  /** Takes back everything a file brought, but the points people did something with. @throws as `confirm` */
  async undo(actor: Actor, id: string, seenVersion: number): Promise<void> {
    await this.act(actor, id, 'undo', seenVersion, (manager) => this.start(manager, actor, id));
  }

  /** Forgets a file nobody decided about. @throws as `confirm` */
  async discard(actor: Actor, id: string): Promise<void> {
    await this.act(actor, id, 'discard', null, async (manager) => {
      await manager.delete(ImportBatch, id);
    });
  }

  private async start(manager: EntityManager, actor: Actor, id: string): Promise<void> {
    if (await manager.existsBy(ImportBatch, { state: In([...workingStates]) })) {
      throw new Problem('wrong_state', 'Another file is being taken over or back; one at a time.');
    }
    await this.proceed(manager, actor, id);
  }

  private proceed(manager: EntityManager, actor: Actor, batchId: string): Promise<void> {
    return this.jobs.publish(manager, importStep, { batchId, actorId: actor.personId });
  }

  private async act(
    actor: Actor,
    id: string,
    action: BatchAction,
    seenVersion: number | null,
    work: (manager: EntityManager, batch: ImportBatch) => Promise<void>,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const batch = await manager.findOne(ImportBatch, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!batch) throw new Problem('not_found');
      const state = stateAfter<BatchState, BatchFacts>(batchActions, action, batch.state, { actor });
      if (seenVersion !== null) requireVersion(batch.version, seenVersion);
      await work(manager, batch);
      const after = { state, finishedAt: null, actedBy: actor.personId, version: batch.version + 1 };
      await manager.update(ImportBatch, id, after);
      await this.record(manager, actor, action, id);
    });
  }

  private record(manager: EntityManager, actor: Actor, verb: string, objectId: string, details?: object) {
    const entry = { actorId: actor.personId, action: `import.${verb}`, objectType: 'import', objectId };
    return this.audit.record(manager, { ...entry, ...(details && { details: { ...details } }) });
  }
}

const hash = (content: Buffer | string): string => createHash('sha256').update(content).digest('hex');
