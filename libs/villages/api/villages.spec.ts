import { aPerson } from '@kernagenda/identity/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { Page, ProblemBody } from '@kernagenda/shared/domain';
import type { MapView, MunicipalityView, VillageSummary, VillageView } from '@kernagenda/villages/domain';
import { aVillage } from './testing';

describe('villages', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  it('shows the municipality with the attribution of its data', async () => {
    await aVillage(app);
    const { status, body } = await app.request<MunicipalityView>('GET', '/api/v1/municipality');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      name: 'West Betuwe',
      population: 52_961,
      attribution: expect.stringContaining('CBS'),
    });
  });

  it('lists villages by slug and pages through all of them once', async () => {
    for (let count = 0; count < 5; count += 1) await aVillage(app);
    const all = await app.request<Page<VillageSummary>>('GET', '/api/v1/villages');
    const slugs: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const path: string = `/api/v1/villages?limit=2${cursor && `&cursor=${cursor}`}`;
      const { body } = await app.request<Page<VillageSummary>>('GET', path);
      slugs.push(...body.items.map(({ slug }) => slug));
      cursor = body.nextCursor;
    }
    expect(slugs).toEqual(all.body.items.map(({ slug }) => slug));
    expect(slugs).toEqual([...slugs].sort());
  });

  it('shows a village with its area, the brokers of that area and its neighbours', async () => {
    const deil = await aVillage(app, { name: 'Deil' });
    const tricht = await aVillage(app, { neighbourSlugs: [deil.slug], besides: deil });
    const scope = { role: 'broker', scopeType: 'area', scopeId: tricht.areaId } as const;
    await aPerson(app, { displayName: 'Gebiedsmakelaar', roles: [scope] });
    const { body } = await app.request<VillageView>('GET', `/api/v1/villages/${tricht.slug}`);
    expect(body).toMatchObject({
      id: tricht.id,
      name: 'Tricht',
      population: 2113,
      populationYear: 2017,
      area: { isExample: true, brokers: [{ displayName: 'Gebiedsmakelaar' }] },
      neighbours: [{ id: deil.id, slug: deil.slug, name: 'Deil' }],
    });
  });

  it('forgets a broker whose term has ended', async () => {
    const tricht = await aVillage(app);
    const roles = [{ role: 'broker', scopeType: 'area', scopeId: tricht.areaId }] as const;
    const broker = await aPerson(app, { roles });
    await app.dataSource.query('update role_assignment set ends_at = $2 where person_id = $1', [broker.id, app.now()]);
    const { body } = await app.request<VillageView>('GET', `/api/v1/villages/${tricht.slug}`);
    expect(body.area.brokers).toEqual([]);
  });

  it('draws every village on the map', async () => {
    const { slug } = await aVillage(app);
    const { body } = await app.request<MapView>('GET', '/api/v1/villages/map');
    expect(body.width).toBe(1000);
    expect(body.shapes.find((shape) => shape.slug === slug)?.path).toMatch(/^M[\d. L]+Z$/);
  });

  it('answers an unchanged list without a body', async () => {
    const first = await app.request('GET', '/api/v1/villages');
    const tag = first.headers.get('etag') ?? '';
    const again = await app.request<string>('GET', '/api/v1/villages', { headers: { 'if-none-match': tag } });
    expect([again.status, again.body]).toEqual([304, '']);
    await aVillage(app);
    const changed = await app.request('GET', '/api/v1/villages', { headers: { 'if-none-match': tag } });
    expect(changed.status).toBe(200);
  });

  it.each([
    ['/api/v1/villages/atlantis', 404, 'not_found'],
    ['/api/v1/villages/%27%3B--', 404, 'not_found'],
    ['/api/v1/villages?limit=0', 400, 'invalid_input'],
    ['/api/v1/villages?limit=many', 400, 'invalid_input'],
    ['/api/v1/villages?sort=boundary', 400, 'invalid_input'],
    ['/api/v1/villages?cursor=nonsense', 400, 'invalid_cursor'],
  ])('answers %s with %i %s', async (path, status, code) => {
    const answer = await app.request<ProblemBody>('GET', path);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('asks the database one question per list, however long', async () => {
    const questions = async (): Promise<number> =>
      (await app.queriesDuring(() => app.request('GET', '/api/v1/villages?limit=100'))).length;
    const before = await questions();
    for (let count = 0; count < 10; count += 1) await aVillage(app);
    expect(await questions()).toBe(before);
    expect(before).toBe(1);
  });
});
