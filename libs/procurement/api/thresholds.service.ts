import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Audit, Idempotency, requireVersion, toPage } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import { Problem, invalidField, isDay } from '@kernagenda/shared/domain';
import type { Page } from '@kernagenda/shared/domain';
import type { ThresholdInput, ThresholdView } from '@kernagenda/procurement/domain';
import { ProcurementThreshold } from './thresholds.entity';

/** The rules by which something has to be bought, as data with days and sources. Who edits them is said at the door. */
@Injectable()
export class Thresholds {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: Audit,
    private readonly idempotency: Idempotency,
  ) {}

  /** All rules that hold on a day `yyyy-mm-dd`, for `routeFor`. */
  async findRules(manager: EntityManager, day: string): Promise<ThresholdView[]> {
    const holds = { validFrom: LessThanOrEqual(day) };
    const where = [
      { ...holds, validUntil: IsNull() },
      { ...holds, validUntil: MoreThanOrEqual(day) },
    ];
    return (await manager.find(ProcurementThreshold, { where })).map(toView);
  }

  /** Enters these where there are none yet. */
  async enterFirst(rules: readonly ThresholdInput[]): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      if (await manager.existsBy(ProcurementThreshold, {})) return;
      for (const rule of rules) await this.insert(manager, null, rule);
    });
  }

  /** By first day, the newest first. */
  async list(limit: number, after: readonly string[] | null): Promise<Page<ThresholdView>> {
    const query = this.dataSource.manager
      .createQueryBuilder(ProcurementThreshold, 'rule')
      .orderBy('rule.validFrom', 'DESC')
      .addOrderBy('rule.id', 'DESC')
      .take(limit + 1);
    if (after) query.where('(rule.validFrom, rule.id) < (:day, :id)', { day: after[0], id: after[1] });
    return toPage(await query.getMany(), limit, toView, ({ validFrom, id }) => [validFrom, id]);
  }

  /** @throws Problem `invalid_input`, `already_exists` where a rule holds on one of these days */
  async add(actor: Actor, input: ThresholdInput, call: IdempotentCall | null): Promise<ThresholdView> {
    requireDays(input);
    return this.dataSource.transaction((manager) =>
      this.idempotency.once(manager, call, () => this.insert(manager, actor, input)),
    );
  }

  /** @throws Problem `not_found`, `invalid_input`, `stale_version`, `already_exists` */
  async change(actor: Actor, id: string, input: ThresholdInput, seenVersion: number): Promise<ThresholdView> {
    requireDays(input);
    return this.dataSource.transaction(async (manager) => {
      const found = await manager.findOne(ProcurementThreshold, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!found) throw new Problem('not_found');
      requireVersion(found.version, seenVersion);
      const changed = { ...found, ...pick(input), version: found.version + 1 };
      const row = await manager.save(manager.create(ProcurementThreshold, changed));
      await this.record(manager, actor, 'change', id, { from: pick(found), to: pick(input) });
      return toView(row);
    });
  }

  private async insert(manager: EntityManager, actor: Actor | null, input: ThresholdInput): Promise<ThresholdView> {
    const row = await manager.save(manager.create(ProcurementThreshold, { ...pick(input), version: 1 }));
    await this.record(manager, actor, 'add', row.id, { to: pick(input) });
    return toView(row);
  }

  private record(manager: EntityManager, actor: Actor | null, verb: string, objectId: string, details: object) {
    const entry = { actorId: actor?.personId ?? null, action: `threshold.${verb}`, objectType: 'threshold', objectId };
    return this.audit.record(manager, { ...entry, details: { ...details } });
  }
}

function requireDays({ validFrom, validUntil }: ThresholdInput): void {
  if (!isDay(validFrom)) throw invalidField('/validFrom', 'a day');
  if (validUntil !== null && (!isDay(validUntil) || validUntil < validFrom)) {
    throw invalidField('/validUntil', 'a day, not before the first one');
  }
}

const pick = (input: ThresholdInput): ThresholdInput => ({
  kind: input.kind,
  route: input.route,
  fromCents: input.fromCents,
  validFrom: input.validFrom,
  validUntil: input.validUntil,
  source: input.source,
  sourceUrl: input.sourceUrl,
});

const toView = (row: ProcurementThreshold): ThresholdView => ({ id: row.id, ...pick(row), version: row.version });
