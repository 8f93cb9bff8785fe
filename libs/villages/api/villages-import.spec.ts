import { readFileSync } from 'node:fs';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { Page } from '@kernagenda/shared/domain';
import type { MapView, MunicipalityView, VillageSummary, VillageView } from '@kernagenda/villages/domain';
import { readVillages } from '@kernagenda/villages/domain/geojson';
import type { ImportedVillages } from '@kernagenda/villages/domain/geojson';
import { VillagesImport } from './villages-import.service';

const example = readVillages(JSON.parse(readFileSync('docs/villages.example.geojson', 'utf8')));
const without = (slug: string): ImportedVillages => ({
  ...example,
  villages: example.villages.filter((village) => village.slug !== slug),
});

let app: TestApp;
beforeEach(async () => {
  app = await createTestApp();
});
afterEach(() => app.close());

const load = (villages: ImportedVillages = example, name: string | null = 'Voorbeeld') =>
  app.get(VillagesImport).import(villages, name);
const get = async <Body>(path: string): Promise<Body> => (await app.request<Body>('GET', `/api/v1${path}`)).body;
/** What the database holds, with how often something was written. */
const state = (): Promise<unknown> =>
  app.dataSource.query(
    `select (select json_agg(v order by slug) from village v) as villages, (select json_agg(a order by name) from area a)
     as areas, (select json_agg(m) from municipality m) as municipality, (select count(*) from audit_entry) as entries`,
  );

it('puts the villages of a file on the map, with areas and neighbours', async () => {
  expect(await load()).toMatchObject({ municipality: 'Voorbeeld', added: { length: 3 }, changed: [], unchanged: [] });
  const { shapes } = await get<MapView>('/villages/map');
  expect(shapes.map(({ slug }) => slug)).toEqual(['voorbeeld-noord', 'voorbeeld-ver', 'voorbeeld-zuid']);
  const north = await get<VillageView>('/villages/voorbeeld-noord');
  expect(north).toMatchObject({ area: { name: 'Oost' }, neighbours: [{ slug: 'voorbeeld-zuid' }] });
  expect((await get<VillageView>('/villages/voorbeeld-ver')).area.name).toBe('Voorbeeld');
  expect(await get<MunicipalityView>('/municipality')).toMatchObject({
    name: 'Voorbeeld',
    population: 2095,
    populationSource: 'Example',
    attribution: 'Example: three squares, no real boundaries',
  });
});

it('attack 32: the same file twice changes nothing, not even in the log', async () => {
  await load();
  const before = await state();
  expect(await load(example, null)).toMatchObject({ added: [], changed: [], unchanged: { length: 3 } });
  expect(await state()).toEqual(before);
});

it('attack 32: an import that breaks on the last village leaves nothing behind', async () => {
  await app.dataSource.query(`
    create function break_off() returns trigger language plpgsql as $$ begin raise 'broken off'; end $$;
    create trigger break_off before insert on village for each row when (new.slug = 'voorbeeld-ver')
      execute function break_off()`);
  await expect(load()).rejects.toThrow('broken off');
  expect(await state()).toMatchObject([{ villages: null, areas: null, municipality: null, entries: '0' }]);
});

it('attack 32: two imports at once enter each village once', async () => {
  const reports = await Promise.all([load(), load()]);
  expect(reports.map(({ added }) => added.length).sort()).toEqual([0, 3]);
  expect((await get<Page<VillageSummary>>('/villages')).items).toHaveLength(3);
});

it('moves a boundary, and keeps what the administrator decided and what the file does not hold', async () => {
  await load();
  await app.dataSource.query(`insert into area (municipality_id, name) select id, 'West' from municipality`);
  await app.dataSource.query(
    `update village set area_id = (select id from area where name = 'West'), fact = 'Een feit' where slug like '%noord'`,
  );
  await app.dataSource.query(`update municipality set name = 'Anders'`);
  const [north] = example.villages;
  const moved = { ...north, point: [5.21, 51.86], population: 1300 } as unknown as (typeof example.villages)[number];
  const report = await load({ ...example, villages: [moved] }, null);
  expect(report).toEqual({
    ...{ municipality: 'Anders', added: [], changed: ['voorbeeld-noord'], unchanged: [] },
    untouched: ['voorbeeld-ver', 'voorbeeld-zuid'],
  });
  expect(await get<VillageView>('/villages/voorbeeld-noord')).toMatchObject({
    ...{ area: { name: 'West' }, fact: 'Een feit', population: 1300, neighbours: [{ slug: 'voorbeeld-zuid' }] },
  });
  expect((await get<MunicipalityView>('/municipality')).population).toBe(2195);
});

it('needs the name of the municipality once, and refuses another one', async () => {
  await expect(load(example, null)).rejects.toThrow('say its name');
  await load(without('voorbeeld-ver'));
  await expect(load(example, 'Elders')).rejects.toThrow('of the municipality Voorbeeld, not of Elders');
  expect((await get<Page<VillageSummary>>('/villages')).items).toHaveLength(2);
});
