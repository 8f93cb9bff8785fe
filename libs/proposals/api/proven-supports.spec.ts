import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { aVillage, prove, someCodes } from '@kernagenda/villages/api/testing';
import type { TestVillage } from '@kernagenda/villages/api/testing';
import { aProposal, aTown, see } from './testing';
import type { TestTown } from './testing';

let app: TestApp;
let town: TestTown;
let deil: TestVillage;
let wish: string;
let batch: string;
let code: string;

beforeAll(async () => {
  app = await createTestApp();
});
beforeEach(async () => {
  town = await aTown(app);
  deil = await aVillage(app, { name: 'Deil' });
  wish = (await aProposal(app).in(town.tricht).by(town.resident).approvedBy(town.broker).save()).id;
  ({ id: batch, code } = await someCodes(app, town.broker, town.tricht, { usesPerCode: 6 }));
});
afterAll(() => app.close());

const support = (as: TestPerson, id = wish, method = 'PUT') =>
  app.request(method, `/api/v1/proposals/${id}/support`, { as });
/** By village: how many, and how many of them proved to live there. */
const countsOf = async (id = wish) =>
  Object.fromEntries(
    (await see(app, id, null)).supportPerVillage.map(({ village, count, proven }) => [village.id, [count, proven]]),
  );
const broker = async (of: TestVillage) =>
  aPerson(app, { roles: [{ role: 'broker', scopeType: 'village', scopeId: of.id }] });

describe('support with a code', () => {
  it('is told beside all support, for everybody, as a number alone', async () => {
    await prove(app, town.resident, code);
    for (const one of [town.resident, town.neighbour]) await support(one);
    expect(await countsOf()).toEqual({ [town.tricht.id]: [2, 1] });
    const { body } = await app.request('GET', `/api/v1/proposals/${wish}`);
    expect(JSON.stringify(body)).not.toContain(town.resident.id);
  });

  it('counts from the moment of the proof, also what was supported before', async () => {
    await support(town.neighbour);
    expect(await countsOf()).toEqual({ [town.tricht.id]: [1, 0] });
    await prove(app, town.neighbour, code);
    expect(await countsOf()).toEqual({ [town.tricht.id]: [1, 1] });
    await support(town.neighbour, wish, 'DELETE');
    expect(await countsOf()).toEqual({});
  });

  it('attack 23: from outside never counts as resident, nor as proven there', async () => {
    const outsider = await aPerson(app, { homeVillageId: deil.id });
    await prove(app, outsider, (await someCodes(app, await broker(deil), deil)).code);
    await support(outsider);
    const { support: counts } = await see(app, wish, null);
    expect(counts).toEqual({ fromVillage: 0, fromElsewhere: 1 });
    expect(await countsOf()).toEqual({ [deil.id]: [1, 0] });
  });

  it('attack 23: given as an outsider does not become proven by moving in', async () => {
    const mover = await aPerson(app, { homeVillageId: deil.id });
    await support(mover);
    await app.request('PATCH', '/api/v1/me', { as: mover, body: { homeVillageId: town.tricht.id } });
    expect((await prove(app, mover, code)).status).toBe(200);
    expect(await countsOf()).toEqual({ [deil.id]: [1, 0] });
    expect((await see(app, wish, null)).support).toEqual({ fromVillage: 0, fromElsewhere: 1 });
  });

  it('attack 23: stays support of the village when its giver moves away, and is proven no more', async () => {
    await prove(app, town.neighbour, code);
    await support(town.neighbour);
    await app.request('PATCH', '/api/v1/me', { as: town.neighbour, body: { homeVillageId: deil.id } });
    expect(await countsOf()).toEqual({ [town.tricht.id]: [1, 0] });
    await prove(app, town.neighbour, (await someCodes(app, await broker(deil), deil)).code);
    expect(await countsOf()).toEqual({ [town.tricht.id]: [1, 0] });
  });

  it('attack 23: is proven no more when the proofs of a copied batch are taken back', async () => {
    await prove(app, town.neighbour, code);
    await support(town.neighbour);
    const path = `/api/v1/residency-batches/${batch}/withdraw`;
    await app.request('POST', path, { as: town.broker, body: { takesBackProofs: false } });
    expect(await countsOf()).toEqual({ [town.tricht.id]: [1, 1] });
    await app.request('POST', path, { as: town.broker, body: { takesBackProofs: true } });
    expect(await countsOf()).toEqual({ [town.tricht.id]: [1, 0] });
  });

  it('counts in each village that a shared point is of', async () => {
    await app.dataSource.query('insert into proposal_also_village (proposal_id, village_id) values ($1, $2)', [
      wish,
      deil.id,
    ]);
    const other = await aPerson(app, { homeVillageId: deil.id });
    await prove(app, other, (await someCodes(app, await broker(deil), deil)).code);
    await prove(app, town.neighbour, code);
    for (const one of [other, town.neighbour, town.resident]) await support(one);
    expect(await countsOf()).toEqual({ [deil.id]: [1, 1], [town.tricht.id]: [2, 1] });
  });

  it('goes along when a point is merged into another', async () => {
    const target = await aProposal(app).in(town.tricht).by(town.neighbour).approvedBy(town.broker).save();
    await prove(app, town.resident, code);
    await support(town.resident);
    const { version } = await see(app, wish, town.broker);
    const { status } = await app.request('POST', `/api/v1/proposals/${wish}/merge`, {
      as: town.broker,
      headers: { 'if-match': `"${version}"` },
      body: { targetId: target.id },
    });
    expect(status).toBe(200);
    expect(await countsOf(target.id)).toEqual({ [town.tricht.id]: [1, 1] });
  });

  it('costs no question more to the database', async () => {
    const count = async () => (await app.queriesDuring(() => app.request('GET', `/api/v1/proposals/${wish}`))).length;
    const none = await count();
    for (const one of [town.resident, town.neighbour]) {
      await prove(app, one, code);
      await support(one);
    }
    expect(await count()).toBe(none);
  });
});
