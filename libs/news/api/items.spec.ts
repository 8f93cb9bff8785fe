import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import type { NewsPage } from '@kernagenda/news/domain';
import { aProposal, aTown, perform, reasons, see } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { ProblemBody } from '@kernagenda/shared/domain';

let app: TestApp;
let town: TestTown;

beforeAll(async () => {
  app = await createTestApp();
});
beforeEach(async () => {
  town = await aTown(app);
});
afterAll(() => app.close());

const path = '/api/v1/village-news';
const plain = { kind: 'news', title: 'De kermis komt', text: 'In de eerste week van juni.', pointId: null };
const news = { ...plain, startsOn: null, endsOn: null, place: '' };
const works = { ...news, kind: 'road_works', startsOn: '2026-05-01', endsOn: '2026-05-09', place: 'Kerkstraat' };

const list = async (as: TestPerson | null = null) =>
  (await app.request<NewsPage>('GET', `${path}?village=${town.tricht.slug}`, { as })).body;
const tell = (as: TestPerson | null, body: object = {}) =>
  app.request<ProblemBody & { id: string }>('POST', path, {
    as,
    body: { ...news, village: town.tricht.slug, ...body },
  });
const withVersion = (version: number) => ({ 'if-match': `"${version}"` });
const correct = (as: TestPerson | null, id: string, version: number, body: object = {}) =>
  app.request<ProblemBody>('PUT', `${path}/${id}`, { as, headers: withVersion(version), body: { ...news, ...body } });
const takeBack = (as: TestPerson | null, id: string, version = 1) =>
  app.request<ProblemBody>('DELETE', `${path}/${id}`, { as, headers: withVersion(version) });

describe('news of a village', () => {
  it('is told by group and broker, the newest first, and says who told it', async () => {
    await tell(town.secretary);
    await app.advance({ seconds: 60 });
    await tell(town.broker, works);
    const { items, mayTell } = await list();
    expect(items.map(({ title, kind, by, startsOn, place }) => ({ title, kind, by, startsOn, place }))).toEqual([
      { title: 'De kermis komt', kind: 'road_works', by: 'broker', startsOn: '2026-05-01', place: 'Kerkstraat' },
      { title: 'De kermis komt', kind: 'news', by: 'group', startsOn: null, place: '' },
    ]);
    expect([mayTell, items[0]?.allowedActions, items[0]?.correctedAt]).toEqual([false, [], null]);
    expect((await list(town.broker)).items[0]?.allowedActions).toEqual(['correct', 'take_back']);
  });

  it('says that it was corrected, and is gone when it is taken back', async () => {
    const { id } = (await tell(town.secretary)).body;
    expect((await correct(town.broker, id, 1, { title: 'De kermis komt niet' })).status).toBe(204);
    const [item] = (await list()).items;
    expect([item?.title, item?.version, item?.correctedAt]).toEqual([
      'De kermis komt niet',
      2,
      app.now().toISOString(),
    ]);
    expect((await correct(town.secretary, id, 1)).body.code).toBe('stale_version');
    expect((await takeBack(town.secretary, id, 2)).status).toBe(204);
    expect((await list()).items).toEqual([]);
    expect((await takeBack(town.secretary, id, 2)).status).toBe(404);
  });

  it.each([
    ['road works without days', { ...works, startsOn: null, endsOn: null }],
    ['road works that end before they begin', { ...works, endsOn: '2026-04-30' }],
    ['road works without a place', { ...works, place: '' }],
    ['road works of years', { ...works, endsOn: '2028-05-01' }],
    ['a day that is none', { ...works, endsOn: '2026-05-32' }],
    ['news with days', { ...news, startsOn: '2026-05-01', endsOn: '2026-05-02' }],
    ['a point there is not', { pointId: '00000000-0000-4000-8000-000000000000' }],
    ['a field nobody knows', { villageId: 'x' }],
  ])('is refused for %s', async (_what, body) => {
    expect((await tell(town.broker, body)).status).toBe(400);
  });

  it('is told once for a request that is sent twice', async () => {
    const headers = { 'idempotency-key': 'nieuws-1' };
    const body = { ...news, village: town.tricht.slug };
    const send = () => app.request<{ id: string }>('POST', path, { as: town.broker, headers, body });
    expect((await send()).body.id).toBe((await send()).body.id);
    expect((await list()).items).toHaveLength(1);
  });

  it('attack 21: no longer names a point that was hidden', async () => {
    const point = await aProposal(app).in(town.tricht).by(town.resident).approvedBy(town.broker).save();
    await tell(town.broker, { pointId: point.id });
    expect((await list()).items[0]?.point).toEqual({ id: point.id, title: point.title });
    await perform(app, town.broker, 'hide', await see(app, point.id, town.broker), reasons);
    expect((await list()).items[0]?.point).toBeNull();
  });

  it('attack 06: names no point that is still a draft', async () => {
    const draft = await aProposal(app).in(town.tricht).by(town.resident).save();
    expect((await tell(town.broker, { pointId: draft.id })).status).toBe(400);
  });

  it('attack 04: is told, corrected and taken back by nobody else, by role and scope', async () => {
    const { id } = (await tell(town.broker)).body;
    const { tricht } = town;
    const livesThere = await aPerson(app, {
      homeVillageId: tricht.id,
      roles: [{ role: 'broker', scopeType: 'area', scopeId: tricht.areaId }],
    });
    const member = await aPerson(app, { roles: [{ role: 'group_member', scopeType: 'village', scopeId: tricht.id }] });
    for (const as of [town.resident, town.official, town.otherBroker, livesThere, member]) {
      expect([(await tell(as)).status, (await correct(as, id, 1)).status, (await takeBack(as, id)).status]).toEqual([
        403, 403, 403,
      ]);
    }
    expect([(await tell(null)).status, (await takeBack(null, id)).status]).toEqual([401, 401]);
    expect((await list()).items).toHaveLength(1);
  });

  it('attack 01: keeps markup as text', async () => {
    await tell(town.broker, { text: '<script>alert(1)</script>' });
    expect((await list()).items[0]?.text).toBe('<script>alert(1)</script>');
  });

  it('takes as many queries for fifty as for five', async () => {
    const count = async () => (await app.queriesDuring(() => list())).length;
    for (let number = 0; number < 5; number += 1) await tell(town.broker);
    const few = await count();
    for (let number = 0; number < 45; number += 1) await tell(town.broker);
    expect(await count()).toBe(few);
  });
});
