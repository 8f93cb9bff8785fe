import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import type { FollowedView, NotificationView } from '@kernagenda/notifications/domain';
import { aProposal, aTown } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import type { ProposalView } from '@kernagenda/proposals/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { Page, ProblemBody } from '@kernagenda/shared/domain';
import { aVillage } from '@kernagenda/villages/api/testing';
import type { TestVillage } from '@kernagenda/villages/api/testing';
import { act, choose, listOf } from './testing';

let app: TestApp;
let town: TestTown;
let reader: TestPerson;
let point: ProposalView;
let east = 0;

beforeAll(async () => {
  app = await createTestApp();
});
beforeEach(async () => {
  town = await aTown(app);
  reader = await aPerson(app);
  point = await aProposal(app)
    .in(town.tricht)
    .by(town.resident)
    .with({ theme: 'traffic' })
    .approvedBy(town.broker)
    .save();
  // Each test has its own part of the sea.
  east += 1;
  await lies(town.tricht, east, 0.01);
});
afterAll(() => app.close());

/** A village of a square with sides of so many degrees, whose south-west corner lies so far east on the fiftieth degree. */
async function lies({ id }: TestVillage, longitude: number, side: number): Promise<void> {
  const [west, south, far, north] = [longitude, 50, longitude + side, 50 + side];
  const ring = [
    [west, south],
    [far, south],
    [far, north],
    [west, north],
    [west, south],
  ];
  await app.dataSource.query('update village set boundary = $2, point = $3 where id = $1', [
    id,
    { type: 'Polygon', coordinates: [ring] },
    JSON.stringify([west + side / 2, south + side / 2]),
  ]);
}
const followed = async (as = reader): Promise<readonly FollowedView[]> =>
  (await app.request<Page<FollowedView>>('GET', '/api/v1/me/follows', { as })).body.items;
const told = async (): Promise<readonly NotificationView[]> => {
  await act(app, town.broker, 'explore', point.id);
  await app.settle();
  return listOf(app, reader);
};
const draw = (radius: number, place: object, as = reader) =>
  app.request<ProblemBody>('PUT', '/api/v1/me/follows/circle', {
    as,
    body: { villageId: null, longitude: null, latitude: null, radius, ...place },
  });

describe('a theme', () => {
  it('can be followed in all villages, and stopped by the link in its mail', async () => {
    await choose(app, reader, '/me/follows/themes/traffic');
    await choose(app, reader, '/me/follows/themes/traffic');
    expect(await followed()).toMatchObject([{ what: 'theme', theme: 'traffic', village: null, reason: 'theme' }]);
    expect(await told()).toMatchObject([{ kind: 'explore', reason: 'theme' }]);
    const { text } = await app.mail.next(reader.email);
    expect(text).toContain('want u volgt dit onderwerp');
    const [, token] = /Geen berichten meer over dit onderwerp:\n\S+bewijs=(\S+)/.exec(text) ?? [];
    expect((await app.request('POST', '/api/v1/mail-stops', { body: { token } })).body).toEqual({ what: 'theme' });
    expect(await followed()).toEqual([]);
    await app.request('POST', '/api/v1/mail-stops/undo', { body: { token } });
    expect(await followed()).toHaveLength(1);
  });

  it('tells nothing of other themes, and nothing once it is stopped', async () => {
    await choose(app, reader, '/me/follows/themes/housing');
    await choose(app, reader, '/me/follows/themes/traffic');
    await app.request('DELETE', '/api/v1/me/follows/themes/traffic', { as: reader });
    expect(await told()).toEqual([]);
  });

  it('that there is none is refused', async () => {
    const { status } = await app.request('PUT', '/api/v1/me/follows/themes/money', { as: reader });
    expect(status).toBe(400);
  });
});

describe('a circle', () => {
  it('around a place tells of the villages it comes into', async () => {
    // 0.02 degrees east of the square: 1.43 kilometres on this latitude.
    const place = { longitude: east + 0.03, latitude: 50.005 };
    expect((await draw(1400, place)).status).toBe(204);
    expect(await followed()).toMatchObject([{ what: 'circle', radius: 1400, title: '', reaches: [] }]);
    expect((await draw(1500, place)).status).toBe(204);
    expect(await followed()).toMatchObject([{ what: 'circle', radius: 1500, reaches: ['Tricht'] }]);
    expect(await told()).toMatchObject([{ kind: 'explore', reason: 'circle' }]);
    expect((await app.mail.next(reader.email)).text).toContain('Geen berichten meer over deze plek:');
  });

  it('around a village begins in its middle, and holds a place within the boundary', async () => {
    const near = await aVillage(app, { name: 'Buurmalsen' });
    await lies(near, east + 0.02, 0.1);
    await draw(3000, { villageId: town.tricht.id });
    expect(await followed()).toMatchObject([{ title: 'Tricht', radius: 3000, reaches: ['Buurmalsen', 'Tricht'] }]);
    await draw(500, { longitude: east + 0.07, latitude: 50.05 });
    expect(await followed()).toMatchObject([{ reaches: ['Buurmalsen'] }]);
    await app.request('DELETE', '/api/v1/me/follows/circle', { as: reader });
    expect(await followed()).toEqual([]);
    expect(await told()).toEqual([]);
  });

  it.each([
    ['wider than three kilometres', 3001, { longitude: 5, latitude: 51 }],
    ['smaller than half a kilometre', 499, { longitude: 5, latitude: 51 }],
    ['of half a metre more', 1000.5, { longitude: 5, latitude: 51 }],
    ['around nothing', 1000, {}],
    ['off the globe', 1000, { longitude: 181, latitude: 51 }],
    ['around what is no number', 1000, { longitude: 'NaN', latitude: 51 }],
  ])('%s is refused', async (_how, radius, place) => {
    expect((await draw(radius, place)).status).toBe(400);
    expect(await followed()).toEqual([]);
  });

  it('attack 06: is seen by nobody else, and kept no sharper than a hundred metres', async () => {
    await draw(1000, { longitude: 5.123456, latitude: 51.987654 });
    const [row]: unknown[] = await app.dataSource.query(
      'select longitude::text, latitude::text from follow where person_id = $1 and radius is not null',
      [reader.id],
    );
    expect(row).toEqual({ longitude: '5.123', latitude: '51.988' });
    expect(JSON.stringify(await followed())).not.toMatch(/5\.12|51\.98/);
    expect(await followed(town.neighbour)).toEqual([]);
    const audit: unknown = await app.dataSource.query(`select * from audit_details where details::text ~ 'circle'`);
    expect(audit).not.toEqual([]);
    expect(JSON.stringify(audit)).not.toMatch(/5\.12|51\.98/);
  });
});

it('who follows a point in three ways hears of it once, for what they did themselves first', async () => {
  await choose(app, reader, '/me/follows/themes/traffic');
  await choose(app, reader, `/villages/${town.tricht.slug}/follow`);
  await draw(1000, { villageId: town.tricht.id });
  expect(await told()).toMatchObject([{ reason: 'village' }]);
  await app.request('PUT', `/api/v1/proposals/${point.id}/support`, { as: reader });
  await act(app, town.broker, 'put-on-agenda', point.id);
  await app.settle();
  expect(new Set((await listOf(app, reader)).map(({ reason }) => reason))).toEqual(new Set(['supporter', 'village']));
});
