import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { aProposal, aTown } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import type { ProposalView } from '@kernagenda/proposals/domain';
import type { ApplicationInput, ApplicationView, BudgetRuleInput } from '@kernagenda/budgets/domain';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { aTeam } from '@kernagenda/villages/api/testing';
import { BudgetRules } from '../rules.service';
import { BudgetCalls, aBudgetRule } from './budget-calls';

/** A village with a budget, and who has a part in it. */
export interface BudgetTown extends TestTown {
  readonly calls: BudgetCalls;
  readonly point: ProposalView;
  /** Of a team, with a mandate for 10,000 euro. */
  readonly clerk: TestPerson;
  /** Of the same team, with a mandate for 500 euro. */
  readonly junior: TestPerson;
  readonly alderman: TestPerson;
  readonly teamId: string;
  readonly applyingFor: (more?: Partial<ApplicationInput>) => ApplicationInput;
  /** An application as its applicant sees it; fails when it is refused. */
  readonly applied: (more?: Partial<ApplicationInput>, as?: TestPerson) => Promise<ApplicationView>;
}

/** The rule of every test: enters it once for an app. */
export const withBudgetRule = (app: TestApp, more: Partial<BudgetRuleInput> = {}): Promise<void> =>
  app.get(BudgetRules).enterFirst([{ ...aBudgetRule, ...more }]);

/** Gives somebody a mandate from now on. */
export const giveMandate = (app: TestApp, { id }: TestPerson, maxCents: number): Promise<unknown> =>
  app.dataSource.query('insert into mandate (person_id, max_cents, starts_at) values ($1, $2, $3)', [
    ...[id, maxCents, app.now()],
  ]);

export async function aBudgetTown(app: TestApp): Promise<BudgetTown> {
  await withBudgetRule(app);
  const town = await aTown(app);
  const { tricht, resident, broker } = town;
  const { id: teamId } = await aTeam(app, tricht);
  const ofTeam = { role: 'official', scopeType: 'team', scopeId: teamId } as const;
  const [clerk, junior] = [
    await aPerson(app, { displayName: 'Medewerker', roles: [ofTeam] }),
    await aPerson(app, { displayName: 'Collega', roles: [ofTeam] }),
  ];
  await giveMandate(app, clerk, 1_000_000);
  await giveMandate(app, junior, 50_000);
  const scope = { scopeType: 'municipality', scopeId: tricht.municipalityId } as const;
  const alderman = await aPerson(app, { displayName: 'Wethouder', roles: [{ role: 'alderman', ...scope }] });
  const point = await aProposal(app).in(tricht).by(resident).approvedBy(broker).save();
  const calls = new BudgetCalls(app);
  const applyingFor: BudgetTown['applyingFor'] = (more = {}) => ({
    ...{ villageId: tricht.id, proposalId: point.id, side: 'self', title: 'Een filmavond op het plein' },
    plan: 'Wij huren een scherm en vragen de hele buurt om te komen kijken.',
    ...{ amountCents: 200_000, isExisting: false, startsOn: '2026-06-20', met: ['Er is draagvlak'] },
    contact: '0344 12 34 56',
    ...more,
  });
  const applied: BudgetTown['applied'] = async (more, as = resident) => {
    const { status, body } = await calls.handIn(as, applyingFor(more));
    if (status !== 201) throw new Error(`Applying answered ${status}: ${JSON.stringify(body)}`);
    return body;
  };
  return { ...town, calls, point, clerk, junior, alderman, teamId, applyingFor, applied };
}

/** Another point of the village: each gets as much as one initiative may. */
export const anotherPoint = (app: TestApp, { tricht, resident, broker }: TestTown): Promise<ProposalView> =>
  aProposal(app).in(tricht).by(resident).approvedBy(broker).save();
