import type { PromiseWork } from '@kernagenda/commitments/domain';
import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { aProposal, aTown, perform, reasons, see } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { aTeam } from '@kernagenda/villages/api/testing';
import type { TestTeam } from '@kernagenda/villages/api/testing';
import { PromiseCalls } from './testing';

let app: TestApp;
let calls: PromiseCalls;
let town: TestTown;
let team: TestTeam;

beforeEach(async () => {
  app = await createTestApp();
  calls = new PromiseCalls(app);
  town = await aTown(app);
  team = await aTeam(app, town.tricht);
});
afterEach(() => app.close());

const officialOf = (scopeId: string, homeVillageId?: string): Promise<TestPerson> =>
  aPerson(app, { roles: [{ role: 'official', scopeType: 'team', scopeId }], ...(homeVillageId && { homeVillageId }) });
const brokerOf = (scopeId: string, homeVillageId?: string): Promise<TestPerson> =>
  aPerson(app, { roles: [{ role: 'broker', scopeType: 'village', scopeId }], ...(homeVillageId && { homeVillageId }) });
const workOf = async (as: TestPerson): Promise<PromiseWork> => {
  const { status, body } = await app.request<PromiseWork>('GET', '/api/v1/commitments/work', { as });
  expect(status).toBe(200);
  return body;
};
const aPoint = async (...steps: readonly string[]): Promise<string> => {
  let wish = aProposal(app).in(town.tricht).by(town.resident).approvedBy(town.broker);
  for (const step of steps) wish = wish.then(town.broker, step);
  return (await wish.save()).id;
};

describe('the work of promises', () => {
  it('has what is to be kept in the own villages or by the own team, soonest first, and counts what is late', async () => {
    const id = await aPoint();
    await calls.commit(town.broker, id, { what: 'Later dit jaar', dueOn: '2026-09-01', teamId: team.id });
    await calls.commit(town.broker, id, { what: 'Volgende week', dueOn: '2026-03-05' });
    const done = await calls.commit(town.broker, id, { what: 'Al gedaan', dueOn: '2026-03-04' });
    await calls.act(town.broker, 'keep', done, { text: 'Het is er.', photos: [] });
    await app.advance({ days: 7 });
    const { promises } = await workOf(town.broker);
    expect(promises).toMatchObject({ count: 2, late: 1 });
    expect(promises.items.map(({ what, standing }) => [what, standing])).toEqual([
      ['Volgende week', 'late'],
      ['Later dit jaar', 'open'],
    ]);
    const official = await workOf(await officialOf(team.id));
    expect(official.promises.items.map(({ what }) => what)).toEqual(['Later dit jaar']);
    expect(official.silentVillages.count).toBe(0);
  });

  it('is nothing of other villages and teams, and nothing at home', async () => {
    const id = await aPoint();
    await calls.commit(town.broker, id, { teamId: team.id });
    const other = await aTeam(app, town.tricht);
    for (const person of [
      await officialOf(other.id),
      await officialOf(team.id, town.tricht.id),
      await brokerOf(town.tricht.id, town.tricht.id),
      town.otherBroker,
    ])
      expect((await workOf(person)).promises).toEqual({ count: 0, late: 0, items: [] });
  });

  it('has the points of which nobody told anything for ninety days', async () => {
    const id = await aPoint('explore', 'put-on-agenda');
    await aPoint();
    await app.advance({ days: 90 });
    expect((await workOf(await brokerOf(town.tricht.id))).silentPoints.count).toBe(0);
    await app.advance({ seconds: 60 });
    const broker = await brokerOf(town.tricht.id);
    expect((await workOf(broker)).silentPoints).toMatchObject({ count: 1, items: [{ id, team: null }] });
    expect((await calls.add(broker, id, 'updates')).status).toBe(201);
    expect((await workOf(broker)).silentPoints).toEqual({ count: 0, items: [] });
  });

  it('has the villages that proposed nothing for ninety days, or never', async () => {
    const broker = await brokerOf(town.tricht.id);
    const village = { id: town.tricht.id, slug: town.tricht.slug, name: town.tricht.name };
    expect((await workOf(broker)).silentVillages).toEqual({ count: 1, items: [{ village, lastAt: null }] });
    await aPoint();
    expect((await workOf(broker)).silentVillages.count).toBe(0);
    await app.advance({ days: 91 });
    const { items } = (await workOf(await brokerOf(town.tricht.id))).silentVillages;
    expect(items).toEqual([{ village, lastAt: expect.any(String) as string }]);
  });

  it('attack 21: leaves out what was hidden', async () => {
    const id = await aPoint('explore', 'put-on-agenda');
    await calls.commit(town.broker, id);
    await perform(app, town.broker, 'hide', await see(app, id, town.broker), reasons);
    expect((await workOf(town.broker)).promises.count).toBe(0);
  });

  it('asks as many questions with fifty promises as with one', async () => {
    const id = await aPoint();
    await calls.commit(town.broker, id);
    const countOf = async () => (await app.queriesDuring(() => workOf(town.broker))).length;
    await app.settle();
    const before = await countOf();
    for (let n = 0; n < 49; n += 1) await calls.commit(town.broker, id);
    await app.settle();
    expect(await countOf()).toBe(before);
    const { promises } = await workOf(town.broker);
    expect([promises.count, promises.items.length]).toEqual([50, 5]);
  });

  it.each(['resident', 'secretary'] as const)('is not for a %s', async (part) => {
    expect((await app.request('GET', '/api/v1/commitments/work', { as: town[part] })).status).toBe(403);
  });
});
