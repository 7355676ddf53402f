import type { MapEdge } from './map-layout.ts';
import styles from './roadmap.module.css';

/**
 * The lines of the map, stretched over its cells: both count in lanes and rows, so nothing is measured. The words of
 * each lesson say the same, hence hidden from screen readers.
 */
export function RoadmapLines({
  edges,
  lanes,
  rows,
  active,
}: {
  edges: MapEdge[];
  lanes: number;
  rows: number;
  active: string | null;
}) {
  const isActive = ({ from, to }: MapEdge) => active !== null && (from === active || to === active);
  // Later is above: lines of the lesson in question are not to be crossed by others.
  const drawn = edges.toSorted((a, b) => Number(isActive(a)) - Number(isActive(b)));
  return (
    <svg
      viewBox={`0 0 ${lanes} ${rows}`}
      preserveAspectRatio="none"
      className={styles.lines}
      data-choosing={active !== null || undefined}
      aria-hidden="true"
      focusable="false"
    >
      {drawn.map((edge) => {
        const [x, y] = edge.points.at(-1)!;
        return (
          <g key={`${edge.from} ${edge.to}`} data-active={isActive(edge) || undefined}>
            <path d={roundedPath(edge.points)} className={styles.line} />
            {/* A line of no length with round ends: a dot that stays round in a stretched drawing. */}
            <path d={`M${x} ${y}h0`} className={styles.dot} />
          </g>
        );
      })}
    </svg>
  );
}

const radius = { x: 0.045, y: 0.07 };

/** Straight pieces with rounded corners; the radius gives way where a piece is short. */
export function roundedPath(points: MapEdge['points']): string {
  const [start = [0, 0], ...rest] = points;
  const commands = rest.map(([x, y], index) => {
    const after = rest[index + 1];
    const before = points[index]!;
    if (!after) return `L${round(x)} ${round(y)}`;
    const [ax, ay] = towards([x, y], before);
    const [bx, by] = towards([x, y], after);
    return `L${round(ax)} ${round(ay)}Q${round(x)} ${round(y)} ${round(bx)} ${round(by)}`;
  });
  return `M${round(start[0])} ${round(start[1])}${commands.join('')}`;
}

function towards([x, y]: [number, number], [toX, toY]: [number, number]): [number, number] {
  const step = (from: number, to: number, most: number) =>
    from + Math.sign(to - from) * Math.min(most, Math.abs(to - from) / 2);
  return [step(x, toX, radius.x), step(y, toY, radius.y)];
}

const round = (value: number) => Math.round(value * 1000) / 1000;
