import { type MapShape, type MapView, arcPath, edgeNames, shortestTree } from '@kernagenda/villages/domain';

export type LandTone = 'talk' | 'motion' | 'done';

/** A topic as the map shows it: the villages that want the same. */
export interface MapTopic {
  readonly label: string;
  readonly slugs: readonly string[];
}

/** Space above and below the small map, for the names. */
const edgeRoom = 75;
/** Mean width of a letter of the names along the edge, at their size on the small map. */
const edgeLetter = 17;

export interface TopicDrawing {
  /** All arcs as one path, so they grow one after another. */
  readonly arcs: string;
  readonly members: readonly MapShape[];
  readonly edge: readonly { readonly name: string; readonly x: number; readonly y: number }[];
  /** The lines from the names along the edge to their dots. */
  readonly leaders: string;
}

/** Arcs as the shortest tree, and the same topic for the small map with its names along the edge. */
export function drawTopic(map: MapView, topic: MapTopic): TopicDrawing {
  const wanted = new Set(topic.slugs);
  const members = map.shapes.filter(({ slug }) => wanted.has(slug));
  const arcs = shortestTree(members.map(({ dot }) => dot)).map(([from, to]) => {
    const [start, end] = [members[from], members[to]];
    return start && end ? arcPath(start.dot, end.dot) : '';
  });
  const names = edgeNames(members, edgeLetter);
  const bottom = map.height + edgeRoom;
  return {
    arcs: arcs.join(''),
    members,
    edge: names.map(({ name, x, edge }) => ({ name, x, y: edge === 'top' ? 34 : bottom + 53 })),
    leaders: names
      .map(({ x, edge, dot }) => `M${x} ${edge === 'top' ? 44 : bottom + 23}L${dot[0]} ${dot[1] + edgeRoom}`)
      .join(''),
  };
}

/** A path of points without length: round line caps make dots of them. */
export const dotsPath = (shapes: readonly MapShape[]): string =>
  shapes.map(({ dot }) => `M${dot[0]} ${dot[1]}h0`).join('');

export const narrowViewBox = (map: MapView): string => `-6 0 1012 ${map.height + 2 * edgeRoom}`;
