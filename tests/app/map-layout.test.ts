import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mapLayout, neighbourOf, type MapLayout } from '../../app/learn/map-layout.ts';
import type { MapLesson } from '../../app/learn/track-section.tsx';

/** Lanes of lessons, each with the ids that it needs. */
function layoutOf(...lanes: Record<string, string[]>[]): MapLayout {
  return mapLayout(lanes.map((lane) => ({ lessons: Object.entries(lane).map(([id, needs]) => lesson(id, needs)) })));
}

const lesson = (id: string, needs: string[]): MapLesson => ({
  ...{
    id,
    needs,
    title: id,
    summary: '',
    path: `/learn/${id}`,
    level: 'junior',
    minutes: 5,
    skills: [],
    exerciseIds: [],
  },
});

test('a lesson stands below everything that it needs, also in other lanes', () => {
  const { places, rowCount } = layoutOf({ life: ['http'], async: ['life'] }, { http: [], rest: ['http'] });
  expect(places).toEqual({
    http: { lane: 1, row: 0 },
    rest: { lane: 1, row: 1 },
    life: { lane: 0, row: 1 },
    async: { lane: 0, row: 2 },
  });
  expect(rowCount).toBe(3);
});

test('within a lane the teaching order is kept where the needs allow it, and waited for by nobody else', () => {
  const { places } = layoutOf({ first: [], blocked: ['far'], free: [] }, { near: [], far: ['near'] });
  expect([places['first'], places['free'], places['blocked']]).toEqual([
    { lane: 0, row: 0 },
    { lane: 0, row: 1 },
    { lane: 0, row: 2 },
  ]);
});

test('lessons that need one another, or something that is not there, are placed all the same', () => {
  const { places, edges } = layoutOf({ a: ['b'], b: ['a'], c: ['gone'] });
  expect(Object.keys(places).toSorted()).toEqual(['a', 'b', 'c']);
  expect(edges.map(({ from, to }) => `${from} ${to}`).toSorted()).toEqual(['a b', 'b a']);
});

/** Needs go to lessons made earlier, so that there is no ring. */
const anyLanes = fc
  .array(fc.record({ lane: fc.nat(4), needs: fc.array(fc.nat(30), { maxLength: 3 }) }), { minLength: 1, maxLength: 30 })
  .map((drawn) => {
    const lanes: Record<string, string[]>[] = [{}, {}, {}, {}, {}];
    drawn.forEach(({ lane, needs }, index) => {
      lanes[lane]![`l${index}`] = [...new Set(needs.filter((need) => need < index))].map((need) => `l${need}`);
    });
    return lanes;
  });

test('whatever needs what: one lesson a cell, needs above, and no line runs behind a lesson', () => {
  fc.assert(
    fc.property(anyLanes, (lanes) => {
      const { places, edges } = layoutOf(...lanes);
      const cells = Object.values(places).map(({ lane, row }) => `${lane} ${row}`);
      expect(new Set(cells).size).toBe(cells.length);
      for (const { from, to, points } of edges) {
        expect(places[to]!.row).toBeGreaterThan(places[from]!.row);
        const others = Object.entries(places).filter(([id]) => id !== from && id !== to);
        for (const [index, [x1, y1]] of points.entries()) {
          const [x2, y2] = points[index + 1] ?? [x1, y1];
          // What is drawn of a lesson, as in map-layout.ts.
          const hit = others.find(
            ([, { lane, row }]) =>
              Math.max(x1, x2) > lane + 0.07 &&
              Math.min(x1, x2) < lane + 0.93 &&
              Math.max(y1, y2) > row + 0.14 &&
              Math.min(y1, y2) < row + 0.86,
          );
          expect(hit).toBeUndefined();
        }
      }
    }),
    { numRuns: 200, seed: 7 },
  );
});

test('lines of different lessons in the same gap run apart', () => {
  const { edges } = layoutOf({ a: [], b: [] }, { c: ['a'] }, { d: ['b'], e: ['a'] });
  const across = edges.flatMap(({ from, points }) =>
    points
      .slice(1)
      .flatMap(([x, y], index) => (points[index]![1] === y && points[index]![0] !== x ? [{ from, y }] : [])),
  );
  const bySource = new Map(across.map(({ from, y }) => [`${from} ${Math.round(y)}`, y]));
  for (const [key, y] of bySource) {
    for (const [other, otherY] of bySource) if (key.split(' ')[0] !== other.split(' ')[0]) expect(y).not.toBe(otherY);
  }
});

test('arrow keys go up and down within a lane and to the nearest lesson of the next lane that has one', () => {
  const { places } = layoutOf({ a: [], b: ['a'] }, {}, { c: [], d: ['c'], e: ['d'] });
  expect(neighbourOf('a', 'down', places)).toBe('b');
  expect(neighbourOf('b', 'up', places)).toBe('a');
  expect(neighbourOf('b', 'right', places)).toBe('d');
  expect(neighbourOf('e', 'left', places)).toBe('b');
  expect(neighbourOf('a', 'up', places)).toBeNull();
  expect(neighbourOf('e', 'right', places)).toBeNull();
});
