import { Problem } from '@kernagenda/shared/domain';
import { importLimits, neighboursOf, readVillages, toSlug } from './index';

const square = (west: number, south: number, size = 0.05) => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
});
const village = (properties: object, geometry: unknown = square(5.2, 51.8)) => ({
  type: 'Feature',
  properties: { name: 'Tricht', population: 2113, year: 2024, source: 'CBS', ...properties },
  geometry,
});
const file = (...features: unknown[]) => ({ type: 'FeatureCollection', features });

/** The faults of a file, as a reader sees them. */
function faultsOf(content: unknown): string[] {
  try {
    readVillages(content);
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.errors.map(({ pointer, detail }) => `${pointer}: ${detail}`);
  }
}

describe('a file of villages', () => {
  it('gives each a slug, and a dot inside its boundary where it does not say one', () => {
    const [tricht] = readVillages(file(village({}))).villages;
    expect(tricht).toMatchObject({ slug: 'tricht', name: 'Tricht', populationYear: 2024, areaName: null });
    expect(tricht?.point[0]).toBeCloseTo(5.225);
    expect(tricht?.point[1]).toBeCloseTo(51.825);
  });

  it.each([
    ["'s-Gravenmoer", 's-gravenmoer'],
    ['Sint Jansklooster', 'sint-jansklooster'],
    ['Één & Twee', 'een-twee'],
  ])('makes of the name %s the address %s', (name, slug) => {
    expect(toSlug(name)).toBe(slug);
  });

  it('tells every fault at once, each by its feature', () => {
    const faults = faultsOf(
      file(
        village({ population: '12', year: 24, source: '' }),
        village({ name: '', slug: 'Een Dorp' }),
        village({ name: 'Deil', slug: 'tricht', neighbours: 'tricht', postcodes: ['4196 AB'], point: [1], fact: 7 }),
        'Deil',
        village({ name: 'Rumpt' }, { type: 'Point', coordinates: [5, 51] }),
      ),
    );
    expect(faults).toEqual([
      'feature 1 (Tricht): population must be a whole number from 0 to 2000000',
      'feature 1 (Tricht): year, of the population, must be a whole number from 1900 to 2100',
      'feature 1 (Tricht): source, of the population, must be a text of 3 to 200 characters',
      'feature 2 (): name must be a text of 2 to 80 characters',
      'feature 2 (): slug must be 1 to 60 of the characters a-z, 0-9 and -',
      'feature 3 (Deil): neighbours, where given, must be a list of slugs',
      'feature 3 (Deil): postcodes, where given, must be a list of texts of four digits',
      'feature 3 (Deil): fact, where given, must be a text of at most 300 characters',
      'feature 3 (Deil): point, where given, must be longitude and latitude in degrees',
      'feature 4: must be a Feature with properties',
      'feature 5 (Rumpt): geometry must be a Polygon or MultiPolygon',
    ]);
  });

  it.each([
    ['metres of the national grid', square(147_000, 430_000, 500), /degrees \(WGS 84\)/],
    ['a ring that stays open', { type: 'Polygon', coordinates: [square(5, 51).coordinates[0]?.slice(0, 4)] }, /end/],
    [
      'a line',
      {
        type: 'Polygon',
        coordinates: [
          [
            [5, 51],
            [6, 51],
            [7, 51],
            [5, 51],
          ],
        ],
      },
      /enclose/,
    ],
    [
      'two positions',
      {
        type: 'Polygon',
        coordinates: [
          [
            [5, 51],
            [5, 51],
          ],
        ],
      },
      /four positions/,
    ],
    [
      'text for numbers',
      {
        type: 'Polygon',
        coordinates: [
          [
            ['5', '51'],
            [6, 51],
            [6, 52],
            ['5', '51'],
          ],
        ],
      },
      /degrees/,
    ],
    ['nothing', null, /Polygon or MultiPolygon/],
    ['no rings', { type: 'MultiPolygon', coordinates: [[]] }, /Polygon or MultiPolygon/],
  ])('refuses a boundary of %s', (_, geometry, fault) => {
    expect(faultsOf(file(village({}, geometry)))).toEqual([expect.stringMatching(fault)]);
  });

  it.each([[null], [[]], ['FeatureCollection'], [{ type: 'Feature' }], [{ type: 'FeatureCollection', features: {} }]])(
    'refuses %j',
    (content) => {
      expect(faultsOf(content)).toEqual([': must be a GeoJSON FeatureCollection']);
    },
  );

  it('refuses no villages, too many, the same one twice, and the address of the map', () => {
    const many = Array.from({ length: importLimits.villages + 1 }, (_, index) => village({ slug: `dorp-${index}` }));
    expect(faultsOf(file())).toEqual([': must have 1 to 100 features, and has 0']);
    expect(faultsOf(file(...many))).toEqual([': must have 1 to 100 features, and has 101']);
    expect(faultsOf(file(village({}), village({})))).toEqual([expect.stringContaining('"tricht" is used by two')]);
    expect(faultsOf(file(village({ name: 'Map' })))).toEqual([expect.stringContaining('another one than "map"')]);
  });

  it('refuses boundaries that would make the map too large', () => {
    const round = Array.from({ length: importLimits.positions }, (_, index) => {
      const turn = (index / importLimits.positions) * 2 * Math.PI;
      return [5 + Math.cos(turn) / 10, 51 + Math.sin(turn) / 10];
    });
    const geometry = { type: 'Polygon', coordinates: [[...round, round[0]]] };
    expect(faultsOf(file(village({}, geometry)))).toEqual([expect.stringContaining('simplify the boundaries')]);
  });

  it('refuses another coordinate system', () => {
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::28992' } };
    expect(faultsOf({ ...file(village({})), crs })).toEqual([expect.stringContaining('must be in WGS 84')]);
  });
});

it('finds who lies next to whom, also along a part of a side, and nobody across a field', () => {
  const at = (slug: string, west: number, south: number, size = 0.05) => ({
    slug,
    boundary: { type: 'Polygon' as const, coordinates: square(west, south, size).coordinates as [number, number][][] },
  });
  const near = neighboursOf([at('a', 5, 51), at('b', 5.05, 51.02, 0.01), at('c', 5.07, 51), at('d', 5, 51.05)]);
  expect(Object.fromEntries(near)).toEqual({ a: ['b', 'd'], b: ['a'], c: [], d: ['a'] });
});
