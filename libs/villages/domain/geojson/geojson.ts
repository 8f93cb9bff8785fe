import type { FieldError } from '@kernagenda/shared/domain';
import { Problem, oneLine } from '@kernagenda/shared/domain';
import { ringsOf } from '../map';
import type { Boundary, Point } from '../map';
import { middleOf } from './shapes';

/**
 * What one file may hold. A visitor gets every position of every boundary with the map, so those are few: simplify
 * detailed boundaries first. Lists of villages are one page of a hundred.
 */
export const importLimits = {
  bytes: 5_000_000,
  villages: 100,
  positions: 30_000,
  name: { min: 2, max: 80 },
  source: { min: 3, max: 200 },
  fact: { max: 300 },
  year: { min: 1900, max: 2100 },
  population: { max: 2_000_000 },
} as const;

/** One village as a file describes it; what is null the file does not say. */
export interface ImportedVillage {
  readonly slug: string;
  readonly name: string;
  readonly population: number;
  readonly populationYear: number;
  readonly populationSource: string;
  readonly areaName: string | null;
  readonly neighbourSlugs: readonly string[] | null;
  readonly postcodes: readonly string[] | null;
  readonly fact: string | null;
  readonly point: Point;
  readonly boundary: Boundary;
}

export interface ImportedVillages {
  /** What must stand wherever the boundaries are shown; null where the file does not say. */
  readonly attribution: string | null;
  readonly villages: readonly ImportedVillage[];
}

type Fields = Readonly<Record<string, unknown>>;
type Report = (detail: string) => null;

const slugPattern = /^[a-z0-9-]{1,60}$/;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The name of a village as its address: "'s-Gravenmoer" becomes "s-gravenmoer". */
export function toSlug(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
}

/**
 * Reads villages from a GeoJSON FeatureCollection (RFC 7946).
 * @throws Problem `invalid_input` with every fault of the file at once; each names its feature.
 */
export function readVillages(file: unknown): ImportedVillages {
  if (!isFields(file) || file['type'] !== 'FeatureCollection' || !Array.isArray(file['features'])) {
    throw faulty([{ pointer: '', detail: 'must be a GeoJSON FeatureCollection' }]);
  }
  const errors: FieldError[] = [];
  const features: readonly unknown[] = file['features'];
  const { villages: most, positions } = importLimits;
  if (features.length === 0 || features.length > most) {
    errors.push({ pointer: '', detail: `must have 1 to ${most} features, and has ${features.length}` });
  }
  if (isFields(file['crs']) && !/CRS84|4326/.test(JSON.stringify(file['crs']))) {
    errors.push({ pointer: '', detail: 'must be in WGS 84: longitude and latitude in degrees (EPSG:4326)' });
  }
  const attribution = file['attribution'] === undefined ? null : line(file['attribution'], importLimits.source);
  if (attribution === null && file['attribution'] !== undefined) {
    errors.push({ pointer: '', detail: 'attribution must be a text of 3 to 200 characters' });
  }
  const villages = features.slice(0, most).flatMap((feature, index) => {
    const name = isFields(feature) && isFields(feature['properties']) ? feature['properties']['name'] : null;
    const pointer = `feature ${index + 1}${typeof name === 'string' ? ` (${oneLine(name).slice(0, 40)})` : ''}`;
    const village = readFeature(feature, (detail) => {
      errors.push({ pointer, detail });
      return null;
    });
    return village ? [{ village, pointer }] : [];
  });
  const taken = new Set<string>();
  for (const { village, pointer } of villages) {
    if (taken.has(village.slug)) errors.push({ pointer, detail: `slug "${village.slug}" is used by two features` });
    taken.add(village.slug);
  }
  const count = villages.flatMap(({ village }) => ringsOf(village.boundary)).flat().length;
  if (count > positions) {
    errors.push({ pointer: '', detail: `has ${count} positions; simplify the boundaries to at most ${positions}` });
  }
  if (errors.length > 0) throw faulty(errors);
  return { attribution, villages: villages.map(({ village }) => village) };
}

const faulty = (errors: readonly FieldError[]): Problem => new Problem('invalid_input', 'The file has faults.', errors);

function readFeature(feature: unknown, report: Report): ImportedVillage | null {
  if (!isFields(feature) || feature['type'] !== 'Feature' || !isFields(feature['properties'])) {
    return report('must be a Feature with properties');
  }
  const { properties } = feature;
  const boundary = readBoundary(feature['geometry'], report);
  const name = line(properties['name'], importLimits.name) ?? report('name must be a text of 2 to 80 characters');
  const slug = readSlug(properties['slug'], name ?? '', report);
  const population = whole(properties['population'], 0, importLimits.population.max);
  if (population === null) report(`population must be a whole number from 0 to ${importLimits.population.max}`);
  const { year: years, source: length } = importLimits;
  const year = whole(properties['year'], years.min, years.max);
  if (year === null) report(`year, of the population, must be a whole number from ${years.min} to ${years.max}`);
  const source =
    line(properties['source'], length) ?? report('source, of the population, must be a text of 3 to 200 characters');
  const areaName = optional(properties['area'], (value) => line(value, importLimits.name), 'area', report);
  const neighbourSlugs = optional(properties['neighbours'], (value) => texts(value, slugPattern), 'neighbours', report);
  const postcodes = optional(properties['postcodes'], (value) => texts(value, /^[1-9]\d{3}$/), 'postcodes', report);
  const fact = optional(properties['fact'], (value) => line(value, { min: 1, ...importLimits.fact }), 'fact', report);
  const given = optional(properties['point'], toPoint, 'point', report);
  if (!boundary || name === null || slug === null || population === null || year === null || source === null)
    return null;
  const optionals = { areaName, neighbourSlugs, postcodes, fact };
  const point = given ?? middleOf(boundary);
  return { slug, name, population, populationYear: year, populationSource: source, ...optionals, point, boundary };
}

function readSlug(value: unknown, name: string, report: Report): string | null {
  const slug = value ?? toSlug(name);
  // The map of all villages has that address already.
  if (slug === 'map') return report('slug must be another one than "map"');
  if (typeof slug === 'string' && slugPattern.test(slug)) return slug;
  return report('slug must be 1 to 60 of the characters a-z, 0-9 and -');
}

function readBoundary(geometry: unknown, report: Report): Boundary | null {
  const must = 'geometry must be a Polygon or MultiPolygon';
  if (!isFields(geometry)) return report(must);
  const { type, coordinates } = geometry;
  if (type !== 'Polygon' && type !== 'MultiPolygon') return report(must);
  const polygons: unknown = type === 'Polygon' ? [coordinates] : coordinates;
  if (!Array.isArray(polygons) || polygons.length === 0) return report(must);
  const read: (readonly (readonly Point[])[])[] = [];
  for (const rings of polygons as readonly unknown[]) {
    if (!Array.isArray(rings) || rings.length === 0) return report(must);
    const points: (readonly Point[])[] = [];
    for (const ring of rings as readonly unknown[]) {
      const one = readRing(ring, report);
      if (!one) return null;
      points.push(one);
    }
    read.push(points);
  }
  const [first = []] = read;
  return type === 'Polygon' ? { type, coordinates: first } : { type, coordinates: read };
}

function readRing(ring: unknown, report: Report): readonly Point[] | null {
  const given: readonly unknown[] = Array.isArray(ring) ? ring : [];
  const points = given.map(toPoint).filter((point) => point !== null);
  if (given.length < 4) return report('a ring of the boundary must have at least four positions');
  if (points.length < given.length) {
    return report('positions must be longitude and latitude in degrees (WGS 84), not metres of a national grid');
  }
  const [first, last] = [points[0], points.at(-1)];
  if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) {
    return report('a ring of the boundary must end where it begins');
  }
  const isFlat = [0, 1].some((axis) => points.every((point) => point[axis] === first?.[axis]));
  return isFlat ? report('a ring of the boundary must enclose something') : points;
}

function toPoint(value: unknown): Point | null {
  if (!Array.isArray(value)) return null;
  const [x, y]: readonly unknown[] = value;
  if (typeof x !== 'number' || typeof y !== 'number') return null;
  return Math.abs(x) <= 180 && Math.abs(y) <= 90 ? [x, y] : null;
}

function line(value: unknown, { min, max }: { readonly min: number; readonly max: number }): string | null {
  if (typeof value !== 'string') return null;
  const text = oneLine(value);
  return text.length >= min && text.length <= max ? text : null;
}

function whole(value: unknown, min: number, max: number): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max ? value : null;
}

function texts(value: unknown, pattern: RegExp): readonly string[] | null {
  if (!Array.isArray(value) || value.length > importLimits.villages) return null;
  const list = value as readonly unknown[];
  return list.every((one): one is string => typeof one === 'string' && pattern.test(one)) ? list : null;
}

const shapes: Readonly<Record<string, string>> = {
  area: 'a text of 2 to 80 characters',
  neighbours: 'a list of slugs',
  postcodes: 'a list of texts of four digits',
  fact: 'a text of at most 300 characters',
  point: 'longitude and latitude in degrees',
};

function optional<Value>(
  value: unknown,
  read: (value: unknown) => Value | null,
  name: string,
  report: Report,
): Value | null {
  if (value === undefined || value === null) return null;
  return read(value) ?? report(`${name}, where given, must be ${shapes[name] ?? ''}`);
}
