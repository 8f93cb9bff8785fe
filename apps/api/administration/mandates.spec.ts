import { randomUUID } from 'node:crypto';
import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { installationId } from '@kernagenda/identity/domain';
import type { MandateView } from '@kernagenda/identity/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { moneyLimits } from '@kernagenda/shared/domain';
import type { Page, ProblemBody } from '@kernagenda/shared/domain';
import { aTeam, aVillage } from '@kernagenda/villages/api/testing';

let app: TestApp;
let admin: TestPerson;
beforeAll(async () => {
  app = await createTestApp();
  const role = { role: 'admin', scopeType: 'installation', scopeId: installationId } as const;
  admin = await aPerson(app, { displayName: 'Beheerder', roles: [role] });
});
afterAll(() => app.close());

const send = <Body = MandateView & ProblemBody>(method: string, path = '', body?: object) =>
  app.request<Body>(method, `/api/v1/mandates${path}`, { as: admin, ...(body && { body }) });
const give = ({ id }: { readonly id: string }, maxCents: number, days: object = {}) =>
  send('POST', '', { personId: id, maxCents, ...days });
const anOfficial = async (displayName = 'Ambtenaar'): Promise<TestPerson> => {
  const team = await aTeam(app, await aVillage(app));
  return aPerson(app, { displayName, roles: [{ role: 'official', scopeType: 'team', scopeId: team.id }] });
};
/** Up to how many cents somebody may decide now, by what runs; null without a mandate. */
const limitOf = async ({ id }: { readonly id: string }): Promise<number | null> => {
  const { items } = (await send<Page<MandateView>>('GET', '?limit=100')).body;
  const now = app.now().toISOString();
  const isRunning = ({ startsAt, endsAt }: MandateView): boolean =>
    startsAt <= now && (endsAt === null || endsAt > now);
  return items.find((mandate) => mandate.person.id === id && isRunning(mandate))?.maxCents ?? null;
};

describe('a mandate', () => {
  it('says up to how much an official may decide', async () => {
    const official = await anOfficial();
    expect(await limitOf(official)).toBeNull();
    const { status, body } = await give(official, 2_500_000);
    expect([status, body.maxCents, body.person]).toEqual([
      201,
      2_500_000,
      { id: official.id, displayName: 'Ambtenaar' },
    ]);
    expect(await limitOf(official)).toBe(2_500_000);
  });

  it('is kept to the cent, also the most there is', async () => {
    const official = await anOfficial();
    await give(official, moneyLimits.cents);
    expect(await limitOf(official)).toBe(moneyLimits.cents);
    expect((await give(await anOfficial(), moneyLimits.cents + 1)).status).toBe(400);
    expect((await give(await anOfficial(), 0)).status).toBe(400);
    expect((await give(await anOfficial(), 10.5)).status).toBe(400);
  });

  it('counts from its first day to its last', async () => {
    const official = await anOfficial();
    await give(official, 100, { from: '2026-03-03', until: '2026-03-04' });
    expect(await limitOf(official)).toBeNull();
    await app.advance({ days: 1 });
    expect(await limitOf(official)).toBe(100);
    await app.advance({ days: 2 });
    expect(await limitOf(official)).toBeNull();
    await app.advance({ days: -3 });
  });

  it('is for officials alone, one at a time, also when two are given at once', async () => {
    const official = await anOfficial();
    expect((await give(admin, 100)).body.errors?.[0]?.pointer).toBe('/personId');
    expect((await give({ id: randomUUID() }, 100)).body.errors?.[0]?.pointer).toBe('/personId');
    const answers = await Promise.all([give(official, 100), give(official, 200), give(official, 300)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('already_exists');
  });

  it('ends at once, is followed by another, and both are written down', async () => {
    const official = await anOfficial();
    const { body } = await give(official, 100);
    expect((await send('POST', `/${body.id}/end`)).status).toBe(204);
    expect(await limitOf(official)).toBeNull();
    expect((await give(official, 200)).status).toBe(201);
    expect(await limitOf(official)).toBe(200);
    const rows = await app.dataSource.query<{ action: string; actor_id: string }[]>(
      `select action, actor_id from audit_entry where object_id = $1 and action like 'mandate.%' order by id`,
      [official.id],
    );
    expect(rows.map(({ action, actor_id }) => [action, actor_id])).toEqual([
      ['mandate.give', admin.id],
      ['mandate.end', admin.id],
      ['mandate.give', admin.id],
    ]);
    expect((await send('POST', `/${randomUUID()}/end`)).status).toBe(404);
  });

  it('is listed by name while it runs or is to come', async () => {
    const [second, first] = [await anOfficial('Bea'), await anOfficial('Aad')];
    const { body } = await give(second, 100);
    await give(first, 200, { from: '2026-06-01' });
    const ids = new Set([first.id, second.id]);
    const list = async () =>
      (await send<Page<MandateView>>('GET', '?limit=100')).body.items
        .filter(({ person }) => ids.has(person.id))
        .map(({ person, maxCents }) => [person.displayName, maxCents]);
    expect(await list()).toEqual([
      ['Aad', 200],
      ['Bea', 100],
    ]);
    await send('POST', `/${body.id}/end`);
    expect(await list()).toEqual([['Aad', 200]]);
  });
});
