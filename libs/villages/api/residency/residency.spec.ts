import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { daysAfter } from '@kernagenda/shared/domain';
import { makeCode } from '@kernagenda/villages/domain/residency';
import type { ResidencyView } from '@kernagenda/villages/domain/residency';
import { aVillage, prove, someCodes } from '../testing';
import type { TestVillage } from '../testing';

let app: TestApp;
let tricht: TestVillage;
let deil: TestVillage;
let admin: TestPerson;
let resident: TestPerson;

beforeAll(async () => {
  app = await createTestApp();
});
beforeEach(async () => {
  tricht = await aVillage(app);
  deil = await aVillage(app, { name: 'Deil' });
  admin = await aPerson(app, { roles: [{ role: 'admin', scopeType: 'municipality', scopeId: tricht.municipalityId }] });
  resident = await aResident();
  // A network may try so often in so many minutes; each test begins anew.
  await app.advance({ seconds: 3600 });
});
afterAll(() => app.close());

const aResident = ({ id }: TestVillage = tricht) => aPerson(app, { homeVillageId: id });
const proofOf = async (as: TestPerson) =>
  (await app.request<ResidencyView>('GET', '/api/v1/me/residency', { as })).body.proof;
const move = (as: TestPerson, { id }: TestVillage) =>
  app.request('PATCH', '/api/v1/me', { as, body: { homeVillageId: id } });
const moveByAdmin = ({ id: homeVillageId }: TestVillage) =>
  app.request('PUT', `/api/v1/people/${resident.id}/home-village`, { as: admin, body: { homeVillageId } });
const usesOf = async (id: string) =>
  (
    await app.dataSource.query<{ uses: number }[]>(
      'select sum(uses)::int as uses from residency_code where batch_id = $1',
      [id],
    )
  )[0]?.uses;
const unknown = makeCode([1, 2, 3, 4, 5, 6, 7, 8, 9]);

describe('a resident with a code', () => {
  it('proves with it to live in the home village, however it is typed, once', async () => {
    const { id, code, other } = await someCodes(app, admin, tricht);
    expect(await proofOf(resident)).toBeNull();
    const typed = `${code.slice(0, 5)}-${code.slice(5)}`.toLowerCase();
    expect((await prove(app, resident, typed)).body.proof).toMatchObject({ village: { id: tricht.id } });
    const proof = await proofOf(resident);
    await app.advance({ days: 1 });
    for (const again of [code, other]) expect((await prove(app, resident, again)).body.proof).toEqual(proof);
    expect(await usesOf(id)).toBe(1);
  });

  it('leaves one entry in the audit log, and neither code nor postcode anywhere', async () => {
    const { code } = await someCodes(app, admin, tricht);
    for (let n = 0; n < 2; n += 1) await prove(app, resident, code, '4196 XY');
    const entries = await app.dataSource.query<unknown[]>(
      `select e.object_id as of, d.details from audit_entry e left join audit_details d on d.entry_id = e.id
       where e.actor_id = $1 and e.action = 'residency.prove'`,
      [resident.id],
    );
    expect(entries).toEqual([{ of: tricht.id, details: null }]);
    // Told by its columns: four digits may stand in any id by chance.
    const [proof] = await app.dataSource.query<object[]>('select * from residency_proof where person_id = $1', [
      resident.id,
    ]);
    expect(Object.keys(proof ?? {}).sort()).toEqual(['batch_id', 'person_id', 'proven_at', 'village_id']);
  });

  it('hears of a slip of the pen and of a postcode of elsewhere, before the code is looked at', async () => {
    const { id, code } = await someCodes(app, admin, tricht);
    const slip = code.slice(0, 9) + (code.endsWith('2') ? '3' : '2');
    const typed = await prove(app, resident, slip);
    expect([typed.status, typed.body.errors?.[0]?.pointer]).toEqual([400, '/code']);
    for (const some of [code, unknown]) {
      const { status, body } = await prove(app, resident, some, '4101');
      expect([status, body.errors?.[0]?.pointer]).toEqual([400, '/postcode']);
    }
    expect([await proofOf(resident), await usesOf(id)]).toEqual([null, 0]);
  });

  it('chooses a home village first', async () => {
    const { code } = await someCodes(app, admin, tricht);
    expect((await prove(app, await aPerson(app), code)).body.code).toBe('home_village_required');
  });

  it.each(['official', 'alderman', 'admin'] as const)('is no %s, who supports nothing either', async (role) => {
    const { code } = await someCodes(app, admin, tricht);
    const roles = [{ role, scopeType: 'municipality', scopeId: tricht.municipalityId }] as const;
    const staff = await aPerson(app, { homeVillageId: tricht.id, roles });
    expect((await prove(app, staff, code)).status).toBe(403);
  });

  it('attack 14: hears the same of a code that is unknown, of another village, over or withdrawn', async () => {
    const elsewhere = await someCodes(app, admin, deil);
    const stopped = await someCodes(app, admin, tricht);
    await app.request('POST', `/api/v1/residency-batches/${stopped.id}/withdraw`, {
      as: admin,
      body: { takesBackProofs: false },
    });
    const over = await someCodes(app, admin, tricht, { validUntil: daysAfter(app.now(), 1) });
    await app.advance({ days: 2 });
    const answers = [];
    for (const code of [unknown, elsewhere.code, stopped.code, over.code]) {
      const { status, body } = await prove(app, resident, code);
      expect(status).toBe(400);
      answers.push({ ...body, requestId: '' });
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.code).toBe('invalid_code');
  });
});

describe('a crowd with one code', () => {
  it('attack 23: is as many people as one house has, also when twenty come at once', async () => {
    const { id, code, other } = await someCodes(app, admin, tricht);
    const crowd = await Promise.all(Array.from({ length: 20 }, () => aResident()));
    const answers = await Promise.all(crowd.map((one) => prove(app, one, code)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(4);
    expect(new Set(answers.filter(({ status }) => status !== 200).map(({ body }) => body.code))).toEqual(
      new Set(['code_used_up']),
    );
    expect((await Promise.all(crowd.map(proofOf))).filter(Boolean)).toHaveLength(4);
    expect(await usesOf(id)).toBe(4);
    expect((await prove(app, resident, other)).status).toBe(200);
  });

  it('attack 23: is one person, whose parallel codes count once', async () => {
    const { id, code, other } = await someCodes(app, admin, tricht);
    const answers = await Promise.all([code, other, code, other].map((one) => prove(app, resident, one)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await usesOf(id)).toBe(1);
  });

  it('attack 23: gets no use back by moving away, and no proof by coming back', async () => {
    const { id, code } = await someCodes(app, admin, tricht, { usesPerCode: 1 });
    await prove(app, resident, code);
    expect((await move(resident, deil)).status).toBe(200);
    expect(await proofOf(resident)).toBeNull();
    expect((await prove(app, await aResident(), code)).body.code).toBe('code_used_up');
    expect((await moveByAdmin(tricht)).status).toBe(204);
    expect(await proofOf(resident)).toBeNull();
    expect([(await prove(app, resident, code)).body.code, await usesOf(id)]).toEqual(['code_used_up', 1]);
  });

  it('attack 23: has no proof left when the administrator moves somebody either', async () => {
    const { code } = await someCodes(app, admin, tricht);
    await prove(app, resident, code);
    for (const village of [deil, tricht]) expect((await moveByAdmin(village)).status).toBe(204);
    expect(await proofOf(resident)).toBeNull();
  });

  it('attack 23: never keeps a proof of a village it left, also when it moves while it proves', async () => {
    const { code } = await someCodes(app, admin, tricht, { usesPerCode: 6 });
    for (let round = 0; round < 5; round += 1) {
      const mover = await aResident();
      await Promise.all([prove(app, mover, code), move(mover, deil)]);
      expect(await proofOf(mover)).toBeNull();
    }
  });
});

describe('who guesses codes', () => {
  it('attack 13: is stopped after ten tries in an hour, also with the right one', async () => {
    const { code } = await someCodes(app, admin, tricht);
    for (let n = 0; n < 10; n += 1) expect((await prove(app, resident, unknown)).status).toBe(400);
    expect((await prove(app, resident, code)).status).toBe(429);
    expect((await prove(app, await aResident(), code)).status).toBe(200);
    await app.advance({ seconds: 3601 });
    expect((await prove(app, resident, code)).status).toBe(200);
  });

  it('attack 13: is stopped with all accounts of one network after sixty tries in ten minutes', async () => {
    const { code } = await someCodes(app, admin, tricht);
    const accounts = await Promise.all(Array.from({ length: 6 }, () => aResident()));
    for (const one of accounts) for (let n = 0; n < 10; n += 1) await prove(app, one, unknown);
    expect((await prove(app, resident, code)).status).toBe(429);
    await app.advance({ seconds: 601 });
    expect((await prove(app, resident, code)).status).toBe(200);
  });

  it('attack 06: reads no proof but the own one', async () => {
    const { code } = await someCodes(app, admin, tricht);
    await prove(app, resident, code);
    expect(await proofOf(await aResident())).toBeNull();
    expect((await app.request('GET', '/api/v1/me/residency')).status).toBe(401);
    const { body } = await app.request('GET', `/api/v1/me/residency?personId=${resident.id}`, { as: admin });
    expect(body).not.toMatchObject({ proof: { village: {} } });
  });
});
