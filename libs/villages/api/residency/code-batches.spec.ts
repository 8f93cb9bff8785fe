import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import type { GivenRole } from '@kernagenda/identity/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { daysAfter } from '@kernagenda/shared/domain';
import type { ProblemBody } from '@kernagenda/shared/domain';
import type { CodeBatchView } from '@kernagenda/villages/domain/residency';
import { aVillage, makeCodes, prove, someCodes } from '../testing';
import type { TestVillage } from '../testing';

let app: TestApp;
let tricht: TestVillage;
let deil: TestVillage;
let broker: TestPerson;
let otherBroker: TestPerson;

beforeAll(async () => {
  app = await createTestApp();
});
beforeEach(async () => {
  tricht = await aVillage(app);
  deil = await aVillage(app, { name: 'Deil' });
  broker = await aPerson(app, { roles: [brokerOf(tricht)] });
  otherBroker = await aPerson(app, { roles: [brokerOf(deil)] });
});
afterAll(() => app.close());

const brokerOf = ({ areaId }: TestVillage): GivenRole => ({ role: 'broker', scopeType: 'area', scopeId: areaId });
const aResident = () => aPerson(app, { homeVillageId: tricht.id });
const listOf = async (as: TestPerson, query = '') =>
  (
    await app.request<{ items: CodeBatchView[]; nextCursor: string | null }>(
      'GET',
      `/api/v1/residency-batches${query}`,
      { as },
    )
  ).body;
const withdraw = (as: TestPerson | null, id: string, takesBackProofs = false) =>
  app.request<CodeBatchView & ProblemBody>('POST', `/api/v1/residency-batches/${id}/withdraw`, {
    as,
    body: { takesBackProofs },
  });

describe('codes for a village', () => {
  it('are told once, and kept only as hashes that need the key of the installation', async () => {
    const { status, body } = await makeCodes(app, broker, tricht, { codes: 200 });
    expect(status).toBe(201);
    expect(new Set(body.codes).size).toBe(200);
    const kept: unknown = await app.dataSource.query(
      `select json_agg(b) as b, (select json_agg(c) from residency_code c) as c,
        (select json_agg(d) from audit_details d) as d from residency_batch b`,
    );
    const said = JSON.stringify([kept, await listOf(broker)]);
    expect(body.codes.filter((code) => said.includes(code))).toEqual([]);
    expect((await listOf(broker)).items).toMatchObject([
      { codes: 200, usesPerCode: 4, usedCodes: 0, proven: 0, state: 'open', village: { id: tricht.id } },
    ]);
  });

  it('are five thousand within seconds', async () => {
    const { body } = await makeCodes(app, broker, tricht, { codes: 5000 });
    expect(new Set(body.codes).size).toBe(5000);
  });

  it.each([
    [{ codes: 0 }, '/codes'],
    [{ codes: 5001 }, '/codes'],
    [{ codes: 1.5 }, '/codes'],
    [{ usesPerCode: 0 }, '/usesPerCode'],
    [{ usesPerCode: 7 }, '/usesPerCode'],
    [{ validUntil: '2020-01-01' }, '/validUntil'],
    [{ validUntil: '2020-02-31' }, '/validUntil'],
    [{ validUntil: 'morgen' }, '/validUntil'],
  ])('cannot be made of %j', async (input, pointer) => {
    const { status, body } = await makeCodes(app, broker, tricht, input);
    expect([status, body.errors?.[0]?.pointer]).toEqual([400, pointer]);
  });

  it('work a year at most, and on their last day', async () => {
    const last = daysAfter(app.now(), 365);
    expect((await makeCodes(app, broker, tricht, { validUntil: daysAfter(app.now(), 366) })).status).toBe(400);
    expect((await makeCodes(app, broker, tricht, { validUntil: last })).status).toBe(201);
    const { code } = await someCodes(app, broker, tricht, { validUntil: daysAfter(app.now(), 0) });
    expect((await prove(app, await aResident(), code)).status).toBe(200);
  });

  it('are counted by their broker, and never by whom', async () => {
    const { id, code, other } = await someCodes(app, broker, tricht, { codes: 3 });
    const people = await Promise.all([1, 2, 3].map(aResident));
    for (const [at, one] of people.entries()) await prove(app, one, at ? code : other);
    const { items } = await listOf(broker);
    expect(items).toMatchObject([{ id, codes: 3, usedCodes: 2, proven: 3 }]);
    expect(people.filter((one) => JSON.stringify(items).includes(one.id))).toEqual([]);
  });

  it('ask the database as often for fifty batches as for five, a page at a time', async () => {
    const make = async (count: number) => {
      for (let n = 0; n < count; n += 1) await someCodes(app, broker, tricht);
    };
    const count = async () => (await app.queriesDuring(() => listOf(broker, '?limit=50'))).length;
    await make(5);
    const few = await count();
    await make(45);
    expect(await count()).toBe(few);
    const first = await listOf(broker, '?limit=30');
    const second = await listOf(broker, `?limit=30&cursor=${first.nextCursor ?? ''}`);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(50);
  });
});

describe('codes that are withdrawn', () => {
  it('prove nothing more, and what was proven stays', async () => {
    const { id, code } = await someCodes(app, broker, tricht);
    const resident = await aResident();
    await prove(app, resident, code);
    expect((await withdraw(broker, id)).body).toMatchObject({ state: 'withdrawn', proven: 1 });
    expect((await prove(app, await aResident(), code)).body.code).toBe('invalid_code');
    expect((await prove(app, resident, code)).status).toBe(400);
    expect((await withdraw(broker, id)).body).toMatchObject({ state: 'withdrawn', proven: 1 });
  });

  it('attack 23: that were copied take back what was proven, then or later, and never of another batch', async () => {
    const { id, code } = await someCodes(app, broker, tricht);
    const good = await someCodes(app, broker, tricht);
    const [copier, honest] = [await aResident(), await aResident()];
    await prove(app, copier, code);
    await prove(app, honest, good.code);
    await withdraw(broker, id);
    expect((await withdraw(broker, id, true)).body).toMatchObject({ proven: 0, areProofsTakenBack: true });
    const proofOf = async (as: TestPerson) => (await app.request('GET', '/api/v1/me/residency', { as })).body;
    expect(await proofOf(copier)).toEqual({ proof: null });
    expect(await proofOf(honest)).toMatchObject({ proof: { village: { id: tricht.id } } });
    expect((await prove(app, copier, good.other)).status).toBe(200);
  });

  it('leave what happened in the audit log, once each', async () => {
    const { id } = await someCodes(app, broker, tricht);
    for (const takesBack of [false, false, true, true]) await withdraw(broker, id, takesBack);
    const rows: unknown = await app.dataSource.query(
      `select action, actor_id as by from audit_entry where object_id = $1 order by id`,
      [id],
    );
    const by = broker.id;
    expect(rows).toEqual([
      { action: 'residency_codes.make', by },
      { action: 'residency_codes.withdraw', by },
      { action: 'residency_codes.withdraw', by },
    ]);
  });
});

describe('codes of another village', () => {
  it('attack 04: are not made, listed or withdrawn by its neighbour', async () => {
    const { id, code } = await someCodes(app, broker, tricht);
    expect((await makeCodes(app, otherBroker, tricht)).status).toBe(403);
    expect((await listOf(otherBroker)).items).toEqual([]);
    expect((await withdraw(otherBroker, id, true)).status).toBe(404);
    expect((await prove(app, await aResident(), code)).status).toBe(200);
  });

  it('attack 22: are not made at home', async () => {
    const atHome = await aPerson(app, { homeVillageId: tricht.id, roles: [brokerOf(tricht)] });
    expect((await makeCodes(app, atHome, tricht)).status).toBe(403);
    expect((await listOf(atHome)).items).toEqual([]);
  });

  it.each([
    ['visitor', null, 401],
    ['resident', [], 403],
    ['secretary', [{ role: 'secretary', scopeType: 'village' }], 403],
    ['official', [{ role: 'official', scopeType: 'village' }], 403],
    ['alderman', [{ role: 'alderman', scopeType: 'area' }], 403],
    ['admin', [{ role: 'admin', scopeType: 'municipality' }], 201],
  ] as const)('attack 05: are made by a %s with %j: %d', async (_, given, status) => {
    const roles = (given ?? []).map((role) => ({
      ...role,
      scopeId: role.scopeType === 'area' ? tricht.areaId : tricht.id,
    }));
    const as = given && (await aPerson(app, { roles }));
    expect((await makeCodes(app, as, tricht)).status).toBe(status);
    if (status !== 201) {
      expect((await app.request('GET', '/api/v1/residency-batches', { as })).status).toBe(status);
      expect((await app.request('GET', '/api/v1/residency-batches/villages', { as })).status).toBe(status);
    }
  });
});
