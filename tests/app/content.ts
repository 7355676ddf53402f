import type {
  ExercisePage,
  ExerciseSecrets,
  ExerciseSummary,
  Lesson,
  LessonSummary,
  TrackSummary,
} from '#content/load';
import { questionContent } from './question-content.ts';

const exercise = {
  id: 'sums',
  title: 'Sums',
  summary: 'Adds two numbers, so that there is something to grade.',
  kind: 'code',
  languages: ['typescript'],
  level: 'junior',
  minutes: 5,
  skills: ['programming'],
  path: '/practice/sums',
  lessonId: 'adding',
  trackId: 'numbers',
} as const;

const page: ExercisePage = {
  ...exercise,
  languages: ['typescript'],
  skills: ['programming'],
  taskHtml: '<p>Add.</p>',
  hintCount: 2,
  contentHash: 'v1',
  submits: 'one',
  modules: [],
  files: [{ name: 'solution.ts', language: 'typescript', starter: '', starterHtml: '' }],
  visibleTests: ['adds'],
  hiddenTestCount: 1,
  lesson: { id: 'adding', title: 'Adding', path: '/learn/numbers/adding' },
  step: null,
  database: null,
  next: null,
  expected: null,
  answers: null,
};

/** Takes requests as well, and goes on with the code of the first. */
const servicePage: ExercisePage = {
  ...page,
  id: 'shop',
  title: 'Shop',
  kind: 'http',
  path: '/practice/shop',
  step: { number: 2, of: 2, continues: { id: 'sums', title: 'Sums', path: '/practice/sums' } },
};

const secrets: ExerciseSecrets = {
  hintsHtml: ['<p>Think.</p>', '<p>Use +.</p>'],
  afterHtml: '<p>Well.</p>',
  solution: { 'solution.ts': 'export const add = (a: number, b: number) => a + b;' },
  alternatives: [],
  answers: null,
  contentHash: 'v1',
};

const lessonSummary: LessonSummary = {
  id: 'adding',
  title: 'Adding',
  summary: 'How numbers are added, step by step.',
  level: 'junior',
  minutes: 5,
  skills: ['programming'],
  path: '/learn/numbers/adding',
  trackId: 'numbers',
  needs: [],
  exercises: [],
};

const lesson: Lesson = {
  ...lessonSummary,
  objectives: [],
  prerequisites: [],
  sources: [],
  toc: [],
  segments: [
    { type: 'html', html: '<p>Text.</p>' },
    { type: 'check', id: 'carry', questionHtml: '', multiple: false, options: [] },
  ],
  previous: null,
  next: null,
  sourceFile: 'content/tracks/numbers/adding/lesson.md',
};

const track: TrackSummary = {
  id: 'numbers',
  title: 'Numbers',
  summary: 'All about numbers and what to do with them.',
  hue: 1,
  order: 1,
  path: '/learn/numbers',
  introHtml: '',
  lessons: [lessonSummary],
};

/** One lesson with one question, one exercise and one service, in place of the compiled content. */
export const content = {
  ...questionContent,
  exercisePage: (id: string): ExercisePage | null => [page, servicePage].find((one) => one.id === id) ?? null,
  exercises: (): ExerciseSummary[] => [page, servicePage],
  exerciseSecrets: (id: string): ExerciseSecrets | null => (id === page.id ? secrets : null),
  tracks: (): TrackSummary[] => [track],
  lessonByPath: (trackFolder: string, lessonFolder: string): Lesson | null =>
    lesson.path === `/learn/${trackFolder}/${lessonFolder}` ? lesson : null,
};
