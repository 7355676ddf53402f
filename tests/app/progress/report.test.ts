import { expect, test } from 'vitest';
import type { TrackSummary } from '#content/load';
import { projectsOf } from '../../../app/progress/readiness/projects.ts';
import { reportFile } from '../../../app/progress/readiness/report-file.ts';
import { reportOf, statement, type ReportSources } from '../../../app/progress/readiness/report.ts';
import { readinessOf, tallyOf, type Evidence, type Material } from '../../../app/progress/readiness.ts';

const material: Material[] = [
  { type: 'exercise', id: 'a', level: 'junior', skills: ['databases'], minutes: 30 },
  { type: 'exercise', id: 'b', level: 'junior', skills: ['apis'], minutes: 30 },
];
const evidence: Evidence = {
  exercises: { a: { passed: true, failuresBeforePass: 0, hints: 0, solutionSeen: false, imported: false } },
  questions: {},
};

function sources(more: Partial<ReportSources> = {}): ReportSources {
  return {
    overview: {
      readiness: readinessOf(material, evidence),
      tally: tallyOf(material, evidence),
      selfAssessed: [],
      lessons: { done: 3, total: 80 },
    },
    projects: [
      {
        title: 'A task API',
        steps: [
          { title: 'Tasks', pass: { solutionSeen: false, imported: false } },
          { title: 'Roles', pass: null },
        ],
      },
    ],
    mocks: [],
    stories: { count: 0, themes: 0 },
    name: null,
    now: new Date('2026-11-21T23:30:00Z'),
    zone: 'Asia/Tokyo',
    ...more,
  };
}

const mock = {
  kind: 'Coding',
  level: 'mid' as const,
  startedAt: new Date('2026-11-20T10:00:00Z'),
  exercises: { passed: 1, total: 2 },
  imported: false,
  written: { rated: 1, total: 1 },
  selfShare: 0.756,
};

test('what a machine graded and what the learner says of themselves never stand in one list', () => {
  const report = reportOf(sources({ mocks: [mock], stories: { count: 2, themes: 4 } }));
  const graded = JSON.stringify(report.graded);
  const own = JSON.stringify(report.selfReported);
  expect(graded).toContain('["Databases","100 %","30 of 30","1 of 1","0 of 0"]');
  expect(graded).toContain('["A task API","1 of 2 steps"]');
  expect(graded).toContain('["Coding","Mid","20 November 2026","1 of 2"]');
  expect(graded).not.toMatch(/7[56] %|stor/);
  expect(own).toContain('["Coding","Mid","20 November 2026","1 of 1","76 %"]');
  expect(own).toContain('3 of 80 lessons marked as read.');
  expect(own).toContain('2 stories for the behavioural round, for 4 of 10 themes.');
});

test('what was passed with help, and what this server did not grade, is told as such', () => {
  const step = (title: string, pass: { solutionSeen: boolean; imported: boolean } | null) => ({ title, pass });
  const steps = [
    step('Alone', { solutionSeen: false, imported: false }),
    step('Read', { solutionSeen: true, imported: false }),
    step('Brought', { solutionSeen: false, imported: true }),
    step('Both', { solutionSeen: true, imported: true }),
    step('Open', null),
  ];
  const brought = { ...mock, exercises: { passed: 3, total: 3 }, imported: true };
  const report = reportOf(sources({ projects: [{ title: 'A task API', steps }], mocks: [brought, mock] }));
  expect(report.graded.find(({ id }) => id === 'projects')?.table?.rows).toEqual([
    ['A task API', '4 of 5 steps'],
    ['Alone', 'passed'],
    ['Read', 'passed after the solution was seen'],
    ['Brought', 'passed, imported'],
    ['Both', 'passed after the solution was seen, imported'],
    ['Open', 'not passed'],
  ]);
  const mocks = report.graded.find(({ id }) => id === 'mocks-graded')?.table?.rows;
  expect(mocks?.map((row) => row.at(-1))).toEqual(['3 of 3 (imported)', '1 of 2']);
});

test('somebody who has done nothing gets a report that says so, without empty tables', () => {
  const empty = { exercises: {}, questions: {} };
  const overview = { ...sources().overview, readiness: readinessOf([], empty), tally: tallyOf([], empty) };
  const report = reportOf(sources({ overview, projects: [] }));
  expect(report.summary).toBe('No level is ready yet by the formula below.');
  for (const { table } of [...report.graded, ...report.selfReported]) expect(table?.rows).not.toEqual([]);
});

test('the file needs nothing else, is in the reader’s own day, and says what it is not', () => {
  const html = reportFile(reportOf(sources({ name: 'Ann <script>alert(1)</script> & Co' })), { zone: 'Asia/Tokyo' });
  expect(html).toContain('As of 22 November 2026.');
  expect(html).toContain(statement);
  expect(html).toContain('<h2>Self-reported, graded by nobody</h2>');
  expect(html).toContain('<h2>How readiness is worked out</h2>');
  expect(html).not.toMatch(/<script|<link|<img|\bsrc=|\bhref=|url\(|@import|https?:/);
  expect(html).toContain('Readiness report of Ann &lt;script&gt;alert(1)&lt;/script&gt; &amp; Co');
  expect(html.match(/<table>/g)).toHaveLength(html.match(/<\/table>/g)!.length);
});

test('a project is told by its steps, and a text in it is no step', () => {
  const exercise = (id: string, kind: 'http' | 'write') => ({ id, kind, title: `Step ${id}` });
  const lessons = [{ title: 'A task API', exercises: [exercise('one', 'http'), exercise('note', 'write')] }];
  const tracks = [
    { id: 'projects', lessons },
    { id: 'apis', lessons },
  ] as unknown as TrackSummary[];
  const pass = { solutionSeen: true, imported: false };
  expect(
    projectsOf(
      tracks,
      new Map([
        ['one', pass],
        ['note', pass],
      ]),
    ),
  ).toEqual([{ title: 'A task API', steps: [{ title: 'Step one', pass }] }]);
  expect(projectsOf([], new Map())).toEqual([]);
});
