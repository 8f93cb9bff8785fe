import { randomUUID } from 'node:crypto';
import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { installationId } from '@kernagenda/identity/domain';
import type { BudgetRuleView } from '@kernagenda/budgets/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { Page, ProblemBody } from '@kernagenda/shared/domain';
import { aVillage } from '@kernagenda/villages/api/testing';
import { BudgetCalls, aBudgetRule } from './testing';

describe('the rules for village budgets', () => {
  let app: TestApp;
  let admin: TestPerson;
  beforeAll(async () => {
    app = await createTestApp();
    const role = { role: 'admin', scopeType: 'installation', scopeId: installationId } as const;
    admin = await aPerson(app, { roles: [role] });
  });
  afterAll(() => app.close());
  beforeEach(() => app.dataSource.query('delete from budget_rule'));

  const send = <Body = BudgetRuleView & ProblemBody>(method: string, path = '', body?: object, headers = {}) =>
    app.request<Body>(method, `/api/v1/budget-rules${path}`, { as: admin, headers, ...(body && { body }) });
  const add = (input: object = {}, headers = {}) => send('POST', '', { ...aBudgetRule, ...input }, headers);

  it('hold from their year on, for everybody to read', async () => {
    const { slug } = await aVillage(app);
    const calls = new BudgetCalls(app);
    expect(await calls.budget(slug)).toMatchObject({ rule: null, amountCents: 0, leftCents: 0 });
    await add({ fromYear: 2023 });
    await add({ fromYear: 2027, villageCents: 700_000 });
    expect(await calls.budget(slug)).toMatchObject({ year: 2026, leftCents: 500_000, rule: { fromYear: 2023 } });
    expect(await calls.budget(slug, null, '?year=2027')).toMatchObject({ leftCents: 700_000 });
    expect((await app.request('GET', '/api/v1/village-budgets/nergens')).status).toBe(404);
  });

  it('are one a year, also when two come at once, and entered once however often the call is sent', async () => {
    const answers = await Promise.all([add(), add()]);
    expect(answers.map(({ status, body }) => [status, body.code]).sort()).toEqual([
      [201, undefined],
      [409, 'already_exists'],
    ]);
    const headers = { 'idempotency-key': randomUUID() };
    const [one, other] = [await add({ fromYear: 2030 }, headers), await add({ fromYear: 2030 }, headers)];
    expect(other.body.id).toBe(one.body.id);
  });

  it('are changed by who saw the newest, and page by year', async () => {
    const { body } = await add();
    const change = (version: number) =>
      send('PUT', `/${body.id}`, { ...aBudgetRule, existingPercent: 30 }, { 'if-match': `"${version}"` });
    expect((await change(1)).body).toMatchObject({ version: 2, existingPercent: 30 });
    expect((await change(1)).body.code).toBe('stale_version');
    for (const fromYear of [2020, 2022]) await add({ fromYear });
    const first = (await send<Page<BudgetRuleView>>('GET', '?limit=2')).body;
    const rest = (await send<Page<BudgetRuleView>>('GET', `?limit=2&cursor=${first.nextCursor}`)).body;
    expect([...first.items, ...rest.items].map(({ fromYear }) => fromYear)).toEqual([2026, 2022, 2020]);
  });

  it.each([
    [{ fromYear: 1999 }, '/fromYear'],
    [{ villageCents: 0.5 }, '/villageCents'],
    [{ existingPercent: 101 }, '/existingPercent'],
    [{ redistributesOn: '02-30' }, '/redistributesOn'],
    [{ criteria: ['x'] }, '/criteria'],
    [{ sourceUrl: 'javascript:alert(1)' }, '/sourceUrl'],
  ])('refuse %j', async (input, pointer) => {
    const { status, body } = await add(input);
    expect([status, body.errors?.[0]?.pointer]).toEqual([400, pointer]);
  });
});
