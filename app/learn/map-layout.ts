import type { MapTrack } from './track-section.tsx';

/** A place on the map: a lane for each track, and rows from what needs nothing down to what needs most. */
export type Place = { lane: number; row: number };

export type MapEdge = {
  from: string;
  to: string;
  /** The way in units of the grid: lanes to the right, rows down. Along it every other step changes only one of both. */
  points: [x: number, y: number][];
};

export type MapLayout = { places: Record<string, Place>; rowCount: number; edges: MapEdge[] };

type Lesson = { id: string; needs: string[] };
type Lane = { lessons: Lesson[] };

/**
 * Places every lesson below all that it needs, one lesson in each cell, and leads the lines through the gaps between
 * cells, so that none runs behind a lesson. A general graph layout does not know lanes and makes one wide drawing; with
 * lanes as columns the page grows downwards, as pages do, and on a narrow screen each lane becomes a list.
 */
export function mapLayout(tracks: Pick<MapTrack, 'lessons'>[]): MapLayout {
  const { places, rowCount } = placeLessons(tracks);
  const links = tracks.flatMap(({ lessons }) => lessons.flatMap(({ id, needs }) => needs.map((need) => [need, id])));
  const edges = links.flatMap(([from = '', to = '']) => {
    const [start, end] = [places[from], places[to]];
    return start && end ? [{ from, to, points: wayBetween(start, end) }] : [];
  });
  return { places, rowCount, edges: keptApart(edges) };
}

/** Row by row, each lane gives its first lesson in teaching order whose needs stand in the rows above. */
function placeLessons(lanes: Lane[]): Pick<MapLayout, 'places' | 'rowCount'> {
  const known = new Set(lanes.flatMap(({ lessons }) => lessons.map(({ id }) => id)));
  const places: Record<string, Place> = {};
  const waiting = lanes.map(({ lessons }) => [...lessons]);
  let row = 0;
  while (waiting.some((lessons) => lessons.length > 0)) {
    const ready = (lesson: Lesson) => lesson.needs.every((need) => !known.has(need) || places[need]);
    let chosen = waiting.map((lessons) => lessons.find(ready));
    // Lessons that need one another stand in no order at all; the first of them breaks the ring.
    if (chosen.every((lesson) => !lesson)) {
      const lane = waiting.findIndex((lessons) => lessons.length > 0);
      chosen = waiting.map((lessons, index) => (index === lane ? lessons[0] : undefined));
    }
    chosen.forEach((lesson, lane) => {
      if (!lesson) return;
      places[lesson.id] = { lane, row };
      waiting[lane] = waiting[lane]!.filter((other) => other !== lesson);
    });
    row++;
  }
  return { places, rowCount: row };
}

/** Half of a cell's width and height; the rest is gap. In units of the grid, where cells are 1 by 1 around their centres. */
const halfWidth = 0.43;
const halfHeight = 0.36;

/** Out below, along the gap to the side of the other lane, down beside it, and in from above. */
function wayBetween(start: Place, end: Place): MapEdge['points'] {
  const [x1, y1] = [start.lane + 0.5, start.row + 0.5 + halfHeight];
  const [x2, y2] = [end.lane + 0.5, end.row + 0.5 - halfHeight];
  if (end.row === start.row + 1 && start.lane === end.lane)
    return [
      [x1, y1],
      [x2, y2],
    ];
  const [out, into] = [start.row + 1, end.row];
  if (out === into)
    return [
      [x1, y1],
      [x1, out],
      [x2, out],
      [x2, y2],
    ];
  // On the near side of the lane it goes to; within a lane on the left.
  const side = end.lane <= start.lane ? end.lane + 1 : end.lane;
  const beside = end.lane === start.lane ? end.lane : side;
  return [
    [x1, y1],
    [x1, out],
    [beside, out],
    [beside, into],
    [x2, into],
    [x2, y2],
  ];
}

const gapShare = 0.6;

/**
 * Lines from different lessons that share a gap get strips of their own in it; lines from the same lesson run together,
 * since they say the same.
 */
function keptApart(edges: MapEdge[]): MapEdge[] {
  const gaps = new Map<string, string[]>();
  const gapsOf = ({ points }: MapEdge) =>
    points.slice(1).flatMap(([x, y], index) => {
      const [fromX, fromY] = points[index]!;
      if (Number.isInteger(x) && fromX === x && fromY !== y) return [`x${x}`];
      return Number.isInteger(y) && fromY === y && fromX !== x ? [`y${y}`] : [];
    });
  for (const edge of edges) {
    for (const gap of gapsOf(edge)) {
      const sources = gaps.get(gap) ?? [];
      if (!sources.includes(edge.from)) gaps.set(gap, [...sources, edge.from]);
    }
  }
  const shift = (axis: 'x' | 'y', value: number, from: string, half: number) => {
    const sources = gaps.get(`${axis}${value}`) ?? [];
    const place = sources.indexOf(from);
    if (!Number.isInteger(value) || place === -1) return value;
    return value + ((place + 1) / (sources.length + 1) - 0.5) * 2 * (0.5 - half) * gapShare;
  };
  return edges.map((edge) => ({
    ...edge,
    points: edge.points.map(([x, y]): [number, number] => [
      shift('x', x, edge.from, halfWidth),
      shift('y', y, edge.from, halfHeight),
    ]),
  }));
}

export type Direction = 'up' | 'down' | 'left' | 'right';

/** The neighbour of a place in a direction: up and down within the lane, left and right the nearest of the next lane. */
export function neighbourOf(id: string, direction: Direction, places: Record<string, Place>): string | null {
  const here = places[id];
  if (!here) return null;
  const others = Object.entries(places).filter(([other]) => other !== id);
  const away = ({ lane, row }: Place): number => {
    if (direction === 'up' || direction === 'down') {
      const rows = direction === 'up' ? here.row - row : row - here.row;
      return lane === here.lane && rows > 0 ? rows : Infinity;
    }
    const lanes = direction === 'left' ? here.lane - lane : lane - here.lane;
    return lanes > 0 ? lanes * 1000 + Math.abs(row - here.row) : Infinity;
  };
  const [nearest] = others.toSorted(([, a], [, b]) => away(a) - away(b));
  return nearest && away(nearest[1]) < Infinity ? nearest[0] : null;
}
