import { Injectable } from '@nestjs/common';
import { DataSource, LessThan } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Audit, Idempotency, requireVersion, toPage } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import { Problem, invalidField } from '@kernagenda/shared/domain';
import type { Page } from '@kernagenda/shared/domain';
import { isDayOfYear, ruleOf } from '@kernagenda/budgets/domain';
import type { BudgetRuleInput, BudgetRuleView } from '@kernagenda/budgets/domain';
import { BudgetRuleRow } from './budgets.entities';

/** What holds for village budgets, by year and with sources. Who edits it is said at the door. */
@Injectable()
export class BudgetRules {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: Audit,
    private readonly idempotency: Idempotency,
  ) {}

  /** The rule of a year; null where there is none yet. */
  async findRule(manager: EntityManager, year: number): Promise<BudgetRuleView | null> {
    return ruleOf((await manager.find(BudgetRuleRow)).map(toView), year);
  }

  /** Enters these where there are none yet. */
  async enterFirst(rules: readonly BudgetRuleInput[]): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      if (await manager.existsBy(BudgetRuleRow, {})) return;
      for (const rule of rules) await this.insert(manager, null, rule);
    });
  }

  /** By year, the newest first. */
  async list(limit: number, beforeYear: number | null): Promise<Page<BudgetRuleView>> {
    const rows = await this.dataSource.manager.find(BudgetRuleRow, {
      ...(beforeYear !== null && { where: { fromYear: LessThan(beforeYear) } }),
      order: { fromYear: 'DESC' },
      take: limit + 1,
    });
    return toPage(rows, limit, toView, ({ fromYear }) => [fromYear]);
  }

  /** @throws Problem `invalid_input`, `already_exists` where the year has one */
  async add(actor: Actor, input: BudgetRuleInput, call: IdempotentCall | null): Promise<BudgetRuleView> {
    requireDay(input);
    return this.dataSource.transaction((manager) =>
      this.idempotency.once(manager, call, () => this.insert(manager, actor, input)),
    );
  }

  /** Budgets that were opened stay as they are. @throws Problem `not_found`, `stale_version`, `already_exists` */
  async change(actor: Actor, id: string, input: BudgetRuleInput, seenVersion: number): Promise<BudgetRuleView> {
    requireDay(input);
    return this.dataSource.transaction(async (manager) => {
      const found = await manager.findOne(BudgetRuleRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!found) throw new Problem('not_found');
      requireVersion(found.version, seenVersion);
      const changed = { ...found, ...pick(input), version: found.version + 1 };
      const row = await manager.save(manager.create(BudgetRuleRow, changed));
      await this.record(manager, actor, 'change', id, { from: pick(found), to: pick(input) });
      return toView(row);
    });
  }

  private async insert(manager: EntityManager, actor: Actor | null, input: BudgetRuleInput): Promise<BudgetRuleView> {
    const row = await manager.save(manager.create(BudgetRuleRow, { ...pick(input), version: 1 }));
    await this.record(manager, actor, 'add', row.id, { to: pick(input) });
    return toView(row);
  }

  private record(manager: EntityManager, actor: Actor | null, verb: string, objectId: string, details: object) {
    const actorId = actor?.personId ?? null;
    const entry = { actorId, action: `budget_rule.${verb}`, objectType: 'budget_rule', objectId };
    return this.audit.record(manager, { ...entry, details: { ...details } });
  }
}

function requireDay({ redistributesOn }: BudgetRuleInput): void {
  if (!isDayOfYear(redistributesOn)) throw invalidField('/redistributesOn', 'a day as mm-dd');
}

const pick = (input: BudgetRuleInput): BudgetRuleInput => ({
  fromYear: input.fromYear,
  villageCents: input.villageCents,
  initiativeCents: input.initiativeCents,
  existingPercent: input.existingPercent,
  redistributesOn: input.redistributesOn,
  criteria: input.criteria,
  source: input.source,
  sourceUrl: input.sourceUrl,
  isExample: input.isExample,
});

const toView = (row: BudgetRuleRow): BudgetRuleView => ({ id: row.id, ...pick(row), version: row.version });
