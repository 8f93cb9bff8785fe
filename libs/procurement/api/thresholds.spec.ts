import { randomUUID } from 'node:crypto';
import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { installationId } from '@kernagenda/identity/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { Page, ProblemBody } from '@kernagenda/shared/domain';
import { routeFor } from '@kernagenda/procurement/domain';
import type { ThresholdInput, ThresholdView } from '@kernagenda/procurement/domain';
import { Thresholds } from './thresholds.service';

const european: ThresholdInput = {
  kind: 'goods_services',
  route: 'european',
  fromCents: 22_100_000,
  validFrom: '2024-01-01',
  validUntil: '2025-12-31',
  source: 'Gedelegeerde Verordening (EU) 2023/2495',
  sourceUrl: 'https://data.europa.eu/eli/reg_del/2023/2495/oj',
};

describe('the rules for buying', () => {
  let app: TestApp;
  let admin: TestPerson;
  beforeAll(async () => {
    app = await createTestApp();
    const role = { role: 'admin', scopeType: 'installation', scopeId: installationId } as const;
    admin = await aPerson(app, { roles: [role] });
  });
  afterAll(() => app.close());
  beforeEach(() => app.dataSource.query('delete from procurement_threshold'));

  const send = <Body = ThresholdView & ProblemBody>(method: string, path = '', body?: object, headers = {}) =>
    app.request<Body>(method, `/api/v1/procurement-thresholds${path}`, { as: admin, headers, ...(body && { body }) });
  const add = (input: object = {}) => send('POST', '', { ...european, ...input });
  const change = ({ id, version }: ThresholdView, input: object) =>
    send('PUT', `/${id}`, { ...european, ...input }, { 'if-match': `"${version}"` });

  it('hold on their days, and are read with their source', async () => {
    await add();
    await add({ fromCents: 21_600_000, validFrom: '2026-01-01', validUntil: '2027-12-31' });
    await add({ route: 'single', fromCents: 0, validUntil: null });
    const advice = async (day: string) => {
      const rules = await app.get(Thresholds).findRules(app.dataSource.manager, day);
      return routeFor(rules, 'goods_services', 22_000_000, day).rule;
    };
    expect(await advice('2025-12-31')).toMatchObject({ route: 'single' });
    expect(await advice('2026-01-01')).toMatchObject({ route: 'european', fromCents: 21_600_000 });
    expect(await advice('2028-01-01')).toMatchObject({ route: 'single', validUntil: null });
    expect(await advice('2023-12-31')).toBeNull();
    expect((await advice('2026-01-01'))?.sourceUrl).toMatch(/^https:/);
  });

  it('are refused by the database where they overlap, also when two come at once', async () => {
    const answers = await Promise.all([
      add(),
      add({ fromCents: 1 }),
      add({ validFrom: '2025-12-31', validUntil: null }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(
      (await add({ route: 'national', fromCents: answers.find((one) => one.status === 201)?.body.fromCents })).body
        .code,
    ).toBe('already_exists');
    expect((await add({ kind: 'works' })).status).toBe(201);
    await expect(
      app.dataSource.query(`insert into procurement_threshold (kind, route, from_cents, valid_from, source, source_url)
        values ('works', 'european', 1, '2025-06-01', 'bron', 'https://bron.test')`),
    ).rejects.toThrow('procurement_threshold_one_amount');
  });

  it('follow one another without a gap or an overlap', async () => {
    expect((await add({ validFrom: '2026-01-01', validUntil: null })).status).toBe(201);
    expect((await add()).status).toBe(201);
  });

  it('are changed by who saw the newest, and that is written down', async () => {
    const { body } = await add({ validUntil: null });
    expect((await change(body, { validUntil: '2025-12-31' })).body).toMatchObject({
      version: 2,
      validUntil: '2025-12-31',
    });
    expect((await change(body, {})).body.code).toBe('stale_version');
    expect((await send('PUT', `/${randomUUID()}`, european, { 'if-match': '"1"' })).status).toBe(404);
    const rows = await app.dataSource.query<object[]>(
      `select 1 from audit_entry where object_id = $1 and action in ('threshold.add', 'threshold.change')`,
      [body.id],
    );
    expect(rows).toHaveLength(2);
  });

  it('are entered once however often the call is sent', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const [one, other] = [await send('POST', '', european, headers), await send('POST', '', european, headers)];
    expect(other.body.id).toBe(one.body.id);
  });

  it('page through all of them once, the newest first', async () => {
    for (const year of [2018, 2020, 2022, 2024]) {
      await add({ validFrom: `${year}-01-01`, validUntil: `${year + 1}-12-31` });
    }
    const days: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const path: string = `?limit=3${cursor && `&cursor=${cursor}`}`;
      const { body } = await send<Page<ThresholdView>>('GET', path);
      days.push(...body.items.map(({ validFrom }) => validFrom));
      cursor = body.nextCursor;
    }
    expect(days).toEqual(['2024-01-01', '2022-01-01', '2020-01-01', '2018-01-01']);
  });

  it.each([
    [{ validUntil: '2023-12-31' }, '/validUntil'],
    [{ validFrom: '2024-02-30' }, '/validFrom'],
    [{ fromCents: -1 }, '/fromCents'],
    [{ fromCents: 0.5 }, '/fromCents'],
    [{ kind: 'favours' }, '/kind'],
    [{ route: 'friend' }, '/route'],
    [{ source: '' }, '/source'],
    [{ sourceUrl: 'http://bron.test/' }, '/sourceUrl'],
    [{ sourceUrl: 'javascript:alert(1)' }, '/sourceUrl'],
  ])('refuse %j', async (input, pointer) => {
    const { status, body } = await add(input);
    expect([status, body.errors?.[0]?.pointer]).toEqual([400, pointer]);
  });
});
