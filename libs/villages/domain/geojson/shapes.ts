import { ringsOf } from '../map';
import type { Boundary, Point } from '../map';

type Ring = readonly Point[];
type Box = readonly [west: number, south: number, east: number, north: number];

/** Outer rings only: holes enclose what is not of the village. */
const outerRings = (boundary: Boundary): readonly Ring[] =>
  (boundary.type === 'Polygon' ? [boundary.coordinates] : boundary.coordinates).flatMap(([outer]) =>
    outer ? [outer] : [],
  );

/** Twice the signed area of a ring, by the shoelace formula. */
function doubleArea(ring: Ring): number {
  return ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
}

/**
 * A point that lies in the boundary, for the dot on the map: the middle of the widest stretch of a line from west to east
 * through the middle of the largest part. Longitude and latitude in degrees.
 */
export function middleOf(boundary: Boundary): Point {
  const [largest = []] = [...outerRings(boundary)].sort((a, b) => Math.abs(doubleArea(b)) - Math.abs(doubleArea(a)));
  const [, south, , north] = boxOf([largest]);
  const latitude = (south + north) / 2;
  const crossings = ringsOf(boundary)
    .flatMap((ring) => segments(ring))
    .filter(([[, fromY], [, toY]]) => fromY > latitude !== toY > latitude)
    .map(([[fromX, fromY], [toX, toY]]) => fromX + ((latitude - fromY) / (toY - fromY)) * (toX - fromX))
    .sort((a, b) => a - b);
  const stretches = crossings.flatMap((from, index) => {
    const to = crossings[index + 1];
    return index % 2 === 0 && to !== undefined ? [{ middle: (from + to) / 2, width: to - from }] : [];
  });
  const [widest] = stretches.sort((a, b) => b.width - a.width);
  return [widest?.middle ?? largest[0]?.[0] ?? 0, latitude];
}

const metresPerDegree = 111_195;
/** Boundaries that were simplified one by one do not lie on each other exactly. */
const touchMetres = 60;

/** Which villages lie next to each other, by slug: their boundaries come within 60 metres. */
export function neighboursOf(
  villages: readonly { readonly slug: string; readonly boundary: Boundary }[],
): ReadonlyMap<string, readonly string[]> {
  const north = Math.max(...villages.map(({ boundary }) => boxOf(ringsOf(boundary))[3]));
  const shrink = Math.cos((north * Math.PI) / 180);
  const scale = ([longitude, latitude]: Point): Point => [
    longitude * metresPerDegree * shrink,
    latitude * metresPerDegree,
  ];
  const drawn = villages.map(({ slug, boundary }) => {
    const scaled = ringsOf(boundary).map((ring) => ring.map(scale));
    return { slug, scaled, box: boxOf(scaled), found: [] as string[] };
  });
  for (const [index, one] of drawn.entries()) {
    for (const other of drawn.slice(index + 1)) {
      if (!touches(one, other) && !touches(other, one)) continue;
      one.found.push(other.slug);
      other.found.push(one.slug);
    }
  }
  return new Map(drawn.map(({ slug, found }) => [slug, found.sort()]));
}

/**
 * How far a place lies from a boundary, in metres; 0 within it. Straight lines on a plane: over three kilometres that is
 * right to a metre.
 */
export function metresTo(boundary: Boundary, [longitude, latitude]: Point): number {
  const shrink = Math.cos((latitude * Math.PI) / 180);
  const rings = ringsOf(boundary).map((ring) =>
    ring.map(([x, y]): Point => [(x - longitude) * metresPerDegree * shrink, (y - latitude) * metresPerDegree]),
  );
  const lines = rings.flatMap((ring) => segments(ring));
  // A line from the place to the east crosses the rings an odd number of times only from within.
  const crossings = lines.filter(
    ([[fromX, fromY], [toX, toY]]) => fromY > 0 !== toY > 0 && fromX + (-fromY / (toY - fromY)) * (toX - fromX) > 0,
  );
  if (crossings.length % 2 === 1) return 0;
  return lines.reduce((least, line) => Math.min(least, distanceTo([0, 0], line)), Infinity);
}

interface Drawn {
  readonly scaled: readonly Ring[];
  readonly box: Box;
}

/** Whether a corner of one comes near the boundary of the other. */
function touches(one: Drawn, other: Drawn): boolean {
  const [west, south, east, north] = other.box;
  const corners = one.scaled
    .flat()
    .filter(
      ([x, y]) =>
        x >= west - touchMetres && x <= east + touchMetres && y >= south - touchMetres && y <= north + touchMetres,
    );
  if (corners.length === 0) return false;
  const lines = other.scaled.flatMap((ring) => segments(ring));
  return corners.some((corner) => lines.some((line) => distanceTo(corner, line) <= touchMetres));
}

type Segment = readonly [from: Point, to: Point];

const segments = (ring: Ring): readonly Segment[] =>
  ring.slice(1).flatMap((to, index) => {
    const from = ring[index];
    return from ? [[from, to] as const] : [];
  });

function distanceTo([x, y]: Point, [[fromX, fromY], [toX, toY]]: Segment): number {
  const [dx, dy] = [toX - fromX, toY - fromY];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - fromX) * dx + (y - fromY) * dy) / length));
  return Math.hypot(x - (fromX + along * dx), y - (fromY + along * dy));
}

function boxOf(all: readonly Ring[]): Box {
  const points = all.flat();
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  }
  return [west, south, east, north];
}
