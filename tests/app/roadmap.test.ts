import { expect, test } from 'vitest';
import { htmlOf } from '../components/render.ts';
import { mapLayout } from '../../app/learn/map-layout.ts';
import { reasonInWords } from '../../app/learn/reason-in-words.ts';
import { Roadmap } from '../../app/learn/roadmap.tsx';
import { roundedPath } from '../../app/learn/roadmap-lines.tsx';
import type { MapLesson, MapTrack } from '../../app/learn/track-section.tsx';

const lesson = (id: string, title: string, needs: string[], level: MapLesson['level'] = 'junior'): MapLesson => ({
  ...{ id, title, needs, level, summary: '', path: `/learn/${id}`, minutes: 5, skills: [], exerciseIds: [] },
});
const track = (id: string, lessons: MapLesson[]): MapTrack => ({
  ...{ id, title: id.toUpperCase(), summary: '', hue: 1, path: `/learn/${id}`, lessons },
});
const tracks = [
  track('apis', [lesson('http', 'HTTP', []), lesson('rest', 'REST', ['http'])]),
  track('server', [
    { ...lesson('life', 'The life of a request', ['http', 'rest'], 'mid'), exerciseIds: ['add-limits'] },
  ]),
];
/** What a screen reader says of each lesson. */
const names = (more: Partial<Parameters<typeof Roadmap>[0]> = {}) => {
  const html = htmlOf(Roadmap, {
    ...{ tracks, layout: mapLayout(tracks), matches: () => true, next: null },
    statusOf: ({ id }: MapLesson) => (id === 'http' ? 'done' : 'open'),
    ...more,
  });
  return [...html.matchAll(/<a [^>]*aria-label="([^"]*)"/g)].map(([, name]) => name);
};

test('a lesson says its status, its level and what it needs, in words', () => {
  expect(names()).toEqual([
    'HTTP, done, Junior',
    'REST, not started, Junior, needs: HTTP',
    'The life of a request, not started, Mid, needs: HTTP; REST',
  ]);
});

test('the recommended lesson says so, also when an exercise of it is what is recommended', () => {
  expect(names({ next: 'rest' })[1]).toBe('REST, next, not started, Junior, needs: HTTP');
  expect(names({ next: 'add-limits' })[2]).toMatch(/^The life of a request, next/);
});

test('lessons that do not match are gone, and the words of the others still say what they need', () => {
  expect(names({ matches: ({ level }) => level === 'mid' })).toEqual([
    'The life of a request, not started, Mid, needs: HTTP; REST',
  ]);
});

test('every kind of reason is a sentence', () => {
  expect(reasonInWords({ kind: 'needed-for', title: 'Joins' })).toBe('You need it for “Joins”, which comes next.');
  expect(reasonInWords({ kind: 'weak-skill', skill: 'apis', firstTryCount: 1, triedCount: 4 })).toBe(
    'APIs needs practice: 1 of 4 exercises passed at the first try and without help.',
  );
});

test('a line begins and ends where its lessons are, and corners are rounded between', () => {
  expect(
    roundedPath([
      [0.5, 0.86],
      [0.5, 1.14],
    ]),
  ).toBe('M0.5 0.86L0.5 1.14');
  const path = roundedPath([
    [0.5, 0.86],
    [0.5, 1],
    [1.5, 1],
    [1.5, 1.14],
  ]);
  expect(path).toMatch(/^M0\.5 0\.86.*L1\.5 1\.14$/);
  expect(path.match(/Q/g)).toHaveLength(2);
});
