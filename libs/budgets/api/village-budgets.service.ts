import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Clock, namedQuery } from '@kernagenda/shared/api';
import type { Actor, Place } from '@kernagenda/identity/domain';
import { Problem, amsterdamDay } from '@kernagenda/shared/domain';
import { applyingSidesOf, existingLeftOf, leftOf } from '@kernagenda/budgets/domain';
import type { BudgetRule, BudgetRuleView, VillageBudgetView } from '@kernagenda/budgets/domain';
import { lockBudgetsQuery, openBudgetsQuery, villageBudgetQuery } from './budgets.queries';
import type { VillageBudgetRow } from './budgets.queries';
import { BudgetRules } from './rules.service';

/** What villages have in a year. A budget is opened by the rule of its year as soon as somebody needs it. */
@Injectable()
export class VillageBudgets {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly rules: BudgetRules,
  ) {}

  /** The year of today in Amsterdam. */
  thisYear(): number {
    return Number(amsterdamDay(this.clock.now()).slice(0, 4));
  }

  /** What a village has in a year and what became of it, for everybody. @throws Problem `not_found` for no village. */
  async get(actor: Actor | null, slug: string, year = this.thisYear()): Promise<VillageBudgetView> {
    const { dataSource } = this;
    const [row] = await namedQuery<VillageBudgetRow>(dataSource, 'village budget', villageBudgetQuery, [slug, year]);
    if (!row) throw new Problem('not_found');
    return toView(row, year, await this.rules.findRule(dataSource.manager, year), actor, this.thisYear());
  }

  /** The rule of a year, with the budget of a village opened by it. @throws Problem `wrong_state` where no rule holds. */
  async open(manager: EntityManager, year: number, villageId: string | null): Promise<BudgetRuleView> {
    const rule = await this.rules.findRule(manager, year);
    if (!rule) throw new Problem('wrong_state', `There is no village budget in ${year}.`);
    await manager.query(openBudgetsQuery, [year, ...amountsOf(rule), villageId]);
    return rule;
  }

  /** Holds budgets of villages, or of all, until the end of the transaction, always in the same order, so that nobody waits for each other. */
  async lock(manager: EntityManager, year: number, villageIds: readonly string[] | null): Promise<void> {
    await manager.query(lockBudgetsQuery, [year, villageIds]);
  }
}

const amountsOf = (rule: BudgetRule): readonly number[] => [
  rule.villageCents,
  rule.initiativeCents,
  rule.existingPercent,
];

function toView(
  { isOpened, areaId, municipalityId, ...row }: VillageBudgetRow,
  year: number,
  rule: BudgetRuleView | null,
  actor: Actor | null,
  thisYear: number,
): VillageBudgetView {
  const balance = {
    ...row,
    amountCents: isOpened ? row.amountCents : (rule?.villageCents ?? 0),
    existingPercent: row.existingPercent ?? rule?.existingPercent ?? 0,
  };
  const place: Place = { villageId: row.village.id, areaId, municipalityId };
  return {
    ...balance,
    year,
    initiativeCents: row.initiativeCents ?? rule?.initiativeCents ?? 0,
    leftCents: leftOf(balance),
    existingLeftCents: existingLeftOf(balance),
    rule,
    applyingSides: rule && year === thisYear ? applyingSidesOf(actor, place) : [],
  };
}
