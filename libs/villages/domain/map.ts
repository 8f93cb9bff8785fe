import type { MapShape, MapView } from './villages';

export type Point = readonly [x: number, y: number];

/** A boundary as GeoJSON (RFC 7946): longitude and latitude in degrees, WGS 84. */
export type Boundary =
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Point[])[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly Point[])[])[] };

/** Where the name of a village stands, from its dot, in units of the map. */
export interface LabelOffset {
  readonly dx: number;
  readonly dy: number;
  readonly anchor: MapShape['label']['anchor'];
}

/** What is needed to draw a village. */
export interface VillageBoundary {
  readonly slug: string;
  readonly name: string;
  readonly boundary: Boundary;
  /** Where people live: longitude and latitude of the dot. */
  readonly point: Point;
  readonly label: LabelOffset;
}

/** A river or stream as it is drawn: schematic, already in units of the map. */
export type Water = MapView['waters'][number];

const width = 1000;
const margin = 20;

const round = (value: number): number => Math.round(value * 10) / 10;

/**
 * Draws boundaries on a map of 1000 units wide: plain longitude and latitude, with longitude shortened by the cosine of
 * the middle latitude (equirectangular; over 30 km the error is far below the width of a line).
 */
export function projectBoundaries(villages: readonly VillageBoundary[], waters: readonly Water[]): MapView {
  const points = villages.flatMap(({ boundary }) => ringsOf(boundary).flat());
  if (points.length === 0) return { width, height: 0, shapes: [], waters };
  const longitudes = points.map(([longitude]) => longitude);
  const latitudes = points.map(([, latitude]) => latitude);
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)];
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  const perLongitude = (width - 2 * margin) / (east - west);
  const perLatitude = perLongitude / Math.cos((((south + north) / 2) * Math.PI) / 180);
  const project = ([longitude, latitude]: Point): Point => [
    round(margin + (longitude - west) * perLongitude),
    round(margin + (north - latitude) * perLatitude),
  ];
  const shapes = villages.map(({ slug, name, boundary, point, label }) => {
    const dot = project(point);
    return {
      slug,
      name,
      path: ringsOf(boundary)
        .map((ring) => pathOf(ring.map(project)))
        .join(''),
      dot,
      label: { x: round(dot[0] + label.dx), y: round(dot[1] + label.dy), anchor: label.anchor },
    };
  });
  return { width, height: Math.round(2 * margin + (north - south) * perLatitude), shapes, waters };
}

/** All rings of a boundary, holes too. */
export function ringsOf(boundary: Boundary): readonly (readonly Point[])[] {
  return boundary.type === 'Polygon' ? boundary.coordinates : boundary.coordinates.flat();
}

function pathOf(ring: readonly Point[]): string {
  // GeoJSON repeats the first point at the end; Z closes the path.
  const open = ring.slice(0, -1);
  return `M${open.map(([x, y]) => `${x} ${y}`).join('L')}Z`;
}

/** Distance between two points of the map, in its units. */
function distance([ax, ay]: Point, [bx, by]: Point): number {
  return Math.hypot(ax - bx, ay - by);
}

/**
 * Connects points by the shortest tree (Prim's algorithm, 1957): n − 1 lines, so arcs never tangle. Pairs are indices.
 */
export function shortestTree(points: readonly Point[]): readonly (readonly [from: number, to: number])[] {
  const tree: [number, number][] = [];
  const inTree = new Set(points.length ? [0] : []);
  while (inTree.size < points.length) {
    let best: { readonly from: number; readonly to: number; readonly length: number } | null = null;
    for (const from of inTree) {
      const start = points[from];
      for (const [to, end] of points.entries()) {
        if (inTree.has(to) || !start) continue;
        const length = distance(start, end);
        if (!best || length < best.length) best = { from, to, length };
      }
    }
    if (!best) break;
    inTree.add(best.to);
    tree.push([best.from, best.to]);
  }
  return tree;
}

/** An arc between two points as an SVG path that always bends upward; long arcs stay as flat as middling ones. */
export function arcPath(from: Point, to: Point): string {
  const [left, right] = from[0] <= to[0] ? [from, to] : [to, from];
  const [dx, dy] = [right[0] - left[0], right[1] - left[1]];
  const bend = Math.min(0.32, 46 / (distance(left, right) || 1));
  const control: Point = [round((left[0] + right[0]) / 2 + dy * bend), round((left[1] + right[1]) / 2 - dx * bend)];
  return `M${left[0]} ${left[1]}Q${control[0]} ${control[1]} ${right[0]} ${right[1]}`;
}

/** Where a name stands along the edge of the small map, with the line to its dot. */
export interface EdgeName {
  readonly slug: string;
  readonly name: string;
  readonly x: number;
  readonly edge: 'top' | 'bottom';
  readonly dot: Point;
}

/**
 * Puts names along the upper and lower edge of the small map, spread so that none touch. The southern half goes below.
 * @param letterWidth mean width of a letter in units of the map
 */
export function edgeNames(
  shapes: readonly MapShape[],
  letterWidth: number,
  [from, until]: readonly [number, number] = [0, width],
): readonly EdgeName[] {
  const byHeight = [...shapes].sort((a, b) => a.dot[1] - b.dot[1]);
  const half = Math.ceil(byHeight.length / 2);
  const rows = { top: byHeight.slice(0, half), bottom: byHeight.slice(half) } as const;
  return (['top', 'bottom'] as const).flatMap((edge) => {
    const row = [...rows[edge]].sort((a, b) => a.dot[0] - b.dot[0]);
    const widths = row.map(({ name }) => (name.length + 1.5) * letterWidth);
    const places = spread(
      row.map(({ dot }) => dot[0]),
      widths,
      from,
      until,
    );
    return row.map(({ slug, name, dot }, index) => ({ slug, name, dot, edge, x: round(places[index] ?? dot[0]) }));
  });
}

/** Moves centres apart, left to right and back, until each has its width; keeps them as near as that allows. */
function spread(wanted: readonly number[], widths: readonly number[], from: number, until: number): readonly number[] {
  const places = [...wanted];
  let edge = from;
  places.forEach((place, index) => {
    const half = (widths[index] ?? 0) / 2;
    places[index] = Math.max(place, edge + half);
    edge = (places[index] ?? 0) + half;
  });
  edge = until;
  for (let index = places.length - 1; index >= 0; index -= 1) {
    const half = (widths[index] ?? 0) / 2;
    places[index] = Math.min(places[index] ?? 0, edge - half);
    edge = (places[index] ?? 0) - half;
  }
  return places;
}
