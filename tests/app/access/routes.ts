import type { FormName } from '../../../app/account/forms/forms.ts';
import { emptyStory } from '#lib/story';
import type { Owned } from './owned.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export const actors = ['nobody', 'guest', 'learner', 'other', 'owner'] as const;
export type Actor = (typeof actors)[number];

/**
 * What one route answers to each of `actors`: the status. `learner` is whose data it is about; all the others try to reach
 * it, and where a route knows no foreign ids they act on their own. With `changes: false` nothing changes even for them.
 */
export type RouteRow = {
  route: string;
  method: Method;
  does: string;
  answers: readonly [nobody: number, guest: number, learner: number, other: number, owner: number];
  sent: (owned: Owned, actor: Actor) => Sent;
  changes?: false;
  /** The owner changes something of the learner's, as is their part. */
  ownerChanges?: true;
};
type Sent = { params?: Record<string, string | string[]>; search?: string; body?: object | string };

const all = (status: number) => [status, status, status, status, status] as const;
const accountsOnly = (status: number) => [401, 401, status, status, status] as const;
const ownOnly = (status: number) => [404, 404, status, 404, 404] as const;

const exercise = { exercise: 'sums' };
const files = { 'solution.ts': 'x' };
const emptyExport = {
  format: 'underpin-export',
  version: 1,
  exportedAt: '2026-01-01T00:00:00Z',
  site: 'https://one.example',
  account: null,
};

/** Every method of every route handler. A route that is not here fails the test beside this file. */
export const routeRows: RouteRow[] = [
  read('api/health', 'says whether the server is well', all(200)),
  read('api/ready', 'says whether grading is ready', all(200)),
  read('api/metrics', 'metrics, for whoever knows METRICS_TOKEN', all(404)),
  read('api/editor-types', 'what the editor knows of modules', all(200)),
  read('api/search/[version]/[part]', 'the search index', all(200), () => ({
    params: { version: 'v1', part: 'index' },
  })),
  read('sw.js', 'the service worker', all(200)),
  read('api/me', 'who one is, and one’s own progress', all(200)),
  read('api/drafts/[exercise]', 'one’s own drafts', all(200), () => ({ params: exercise })),
  write('PUT', 'api/drafts/[exercise]', 'saves a draft of one’s own', all(200), () => ({
    params: { exercise: 'shop' },
    body: { file: 'solution.ts', source: 'x', baseRevision: null },
  })),
  write('DELETE', 'api/drafts/[exercise]', 'resets one’s own drafts', all(204), () => ({ params: exercise })),
  read('api/drafts/[exercise]/versions', 'one’s own history of a file', all(200), () => ({
    params: exercise,
    search: '?file=solution.ts',
  })),
  write('POST', 'api/drafts/[exercise]/versions', 'keeps a version of one’s own', all(204), () => ({
    params: exercise,
    body: { file: 'solution.ts', source: 'x', reason: 'restore' },
  })),
  write('POST', 'api/exercises/[id]/hints', 'shows and counts a hint', all(200), () => ({
    params: { id: 'sums' },
    body: { number: 1 },
  })),
  write('POST', 'api/exercises/[id]/questions', 'one’s own questions of a quiz', all(200), () => ({
    params: { id: 'capitals' },
    body: {},
  })),
  write('POST', 'api/exercises/[id]/solution', 'the solution, after one’s own pass', [403, 403, 200, 403, 403], () => ({
    params: { id: 'sums' },
    body: { giveUp: false },
  })),
  read(
    'api/exercises/[id]/reference',
    'what the reference took, after one’s own pass',
    [403, 403, 200, 403, 403],
    () => ({
      params: { id: 'sums' },
    }),
  ),
  write('PUT', 'api/lessons/[id]', 'marks a lesson as done', all(200), () => ({
    params: { id: 'adding' },
    body: { done: true },
  })),
  write('POST', 'api/lessons/[id]/checks', 'keeps an answer in a lesson', all(204), () => ({
    params: { id: 'adding' },
    body: { check: 'carry', correct: true },
  })),
  write('POST', 'api/requests', 'sends requests to one’s own service', all(200), () => ({
    body: { exercise: 'shop', files, requests: [{ method: 'GET', path: '/', headers: [], body: '' }] },
  })),
  write('POST', 'api/runs', 'runs code of a lesson', all(200), () => ({
    body: { language: 'typescript', source: '1' },
  })),
  write('POST', 'api/self-scores', 'keeps a score of one’s own text', all(200), () => ({
    body: { exercise: 'note', scores: { a: 0, b: 2 } },
  })),
  read('api/submissions', 'one’s own submissions', all(200), () => ({ search: '?exercise=sums' })),
  write('POST', 'api/submissions', 'hands in code', all(200), () => ({ body: { ...exercise, files, mode: 'submit' } })),
  read('api/submissions/[id]', 'a submission with its code and verdict', ownOnly(200), ({ submissionId }) => ({
    params: { id: submissionId },
  })),
  write('POST', 'api/submissions/form', 'hands in code without scripts', all(303), () => ({
    body: form({ exercise: 'sums', 'file:solution.ts': 'x' }),
  })),
  write('POST', 'api/mocks', 'begins a mock of one’s own, where there is content for it', all(409), () => ({
    body: { kind: 'behavioural', level: 'mid', language: 'typescript', seed: null },
  })),
  read('api/mocks/[mock]', 'the clock of one’s own mock', ownOnly(200), ({ mockId }) => ({ params: { mock: mockId } })),
  write('PUT', 'api/mocks/[mock]', 'pauses one’s own mock', ownOnly(200), ({ mockId }) => ({
    params: { mock: mockId },
    body: { action: 'pause', round: 'api-design' },
  })),
  write('DELETE', 'api/mocks/[mock]', 'deletes a mock of one’s own that is over', ownOnly(204), ({ pastMockId }) => ({
    params: { mock: pastMockId },
  })),
  write('PUT', 'api/mocks/[mock]/answers/[part]', 'saves what one writes in a mock', ownOnly(200), ({ mockId }) => ({
    params: { mock: mockId, part: 'asked' },
    body: { answer: { sections: { data: 'rows' } }, version: 0 },
  })),
  write('PUT', 'api/mocks/[mock]/reviews/[part]', 'saves how one rates oneself', ownOnly(200), ({ mockId }) => ({
    params: { mock: mockId, part: 'told' },
    body: { review: { points: ['met', 'partly'], flags: [true] }, version: 1 },
  })),
  read('api/mocks/[mock]/code/[part]', 'one’s own code in a mock', ownOnly(200), ({ mockId }) => ({
    params: { mock: mockId, part: 'built' },
  })),
  write('PUT', 'api/mocks/[mock]/code/[part]', 'saves one’s own code in a mock', ownOnly(200), ({ mockId }) => ({
    params: { mock: mockId, part: 'built' },
    body: { file: 'solution.ts', source: 'x', baseRevision: 1 },
  })),
  write('POST', 'api/visits', 'remembers the page one was on', all(204), () => ({
    body: { kind: 'lesson', id: 'adding' },
  })),
  read('api/readiness', 'one’s own readiness report as a file', [404, 200, 200, 200, 200]),
  read('api/stories', 'one’s own stories', all(200)),
  write('PUT', 'api/stories/[story]', 'saves a story of one’s own', all(200), (_owned, actor) => ({
    params: { story: `story-new-${actor}` },
    body: { story: { ...emptyStory, title: 'x' }, baseRevision: null },
  })),
  write('DELETE', 'api/stories/[story]', 'deletes a story of one’s own', all(204), () => ({
    params: { story: 'story-of-the-learner' },
    search: '?baseRevision=1',
  })),
  read('api/stories/[story]/versions', 'one’s own history of a story', all(200), () => ({
    params: { story: 'story-of-the-learner' },
  })),
  write('POST', 'api/stories/[story]/versions', 'keeps a version of one’s own', all(204), () => ({
    params: { story: 'story-of-the-learner' },
    body: { story: { ...emptyStory, title: 'y' }, reason: 'restore' },
  })),
  write('PUT', 'api/goal', 'sets a goal of one’s own', all(204), () => ({
    body: { level: 'mid', days: 30, minutesPerDay: 60 },
  })),
  write('DELETE', 'api/goal', 'drops one’s own goal', all(204), () => ({})),
  write('POST', 'api/placement', 'begins one’s own placement', all(204), () => ({ body: { level: null } })),
  write('PUT', 'api/placement', 'answers a question that one is not asked', all(409), () => ({
    body: { lesson: 'adding', check: 'nothing', chosen: [] },
  })),
  write('POST', 'api/review/answers', 'answers a question that came up again', all(200), () => ({
    body: { lesson: 'adding', check: 'carry', chosen: [] },
  })),
  read('api/review/deck', 'one’s own cards that are due', all(200)),
  read('api/review/anki', 'one’s own cards as a file for Anki', [404, 200, 200, 200, 200]),
  read('api/review/anki', 'a theme of the question bank as a file for Anki', all(200), () => ({
    search: '?theme=interfaces',
  })),
  write('PUT', 'api/review/questions', 'puts questions into one’s own review queue', all(200), () => ({
    body: { theme: 'interfaces', queued: true },
  })),
  write('POST', 'api/review/ratings', 'rates a question in one’s own queue', ownOnly(200), () => ({
    body: {
      question: 'paging',
      rating: 'good',
      reps: 0,
      ageMs: 0,
      key: '7d444840-9dc0-41d1-b245-5ffdce74fad2',
    },
  })),
  write('PUT', 'api/review/cards', 'suspends a card of one’s own', ownOnly(204), () => ({
    body: { kind: 'check', item: 'adding/missed', suspended: true },
  })),
  write('DELETE', 'api/review/cards', 'removes a card of one’s own of what has gone', ownOnly(204), () => ({
    search: '?kind=check&item=adding/missed',
  })),
  write('POST', 'api/reports', 'says what is wrong with a page', all(201), () => ({
    body: { itemKind: 'lesson', item: 'adding', kind: 'other', text: 'A word is missing.' },
  })),
  {
    ...write(
      'PUT',
      'api/operator/reports/[id]',
      'marks a report as done',
      [404, 404, 404, 404, 204],
      ({ reportId }) => ({
        params: { id: reportId },
        body: { done: true },
      }),
    ),
    ownerChanges: true,
  },
  {
    ...write(
      'POST',
      'api/operator/accounts/[id]/reset-link',
      'makes a link that sets a new password, to hand over',
      [404, 404, 404, 404, 201],
      ({ userId }) => ({ params: { id: userId }, body: {} }),
    ),
    ownerChanges: true,
  },
  write('POST', 'api/account', 'makes an account', all(201), (_owned, actor) => ({
    body: { email: `new-${actor}@example.org`, password: 'correct horse battery' },
  })),
  read('api/account/export', 'everything of one’s own as a file', [404, 200, 200, 200, 200]),
  write('POST', 'api/account/import', 'brings a file into one’s own account', accountsOnly(200), ({ tables }) => ({
    body: { ...emptyExport, tables: Object.fromEntries(tables.map((name) => [name, []])) },
  })),
  read('api/account/sessions', 'one’s own sessions', accountsOnly(200)),
  write('DELETE', 'api/account/sessions/[id]', 'ends a session', [401, 401, 204, 404, 404], ({ sessionId }) => ({
    params: { id: sessionId },
  })),

  ...formRows(),

  read('api/auth/[...nextauth]', 'session: who one is', all(200), () => ({
    params: { nextauth: ['session'] },
    search: '/../session',
  })),
  {
    ...write('POST', 'api/auth/[...nextauth]', 'signs in, without the CSRF token', all(302), () => ({
      params: { nextauth: ['callback', 'credentials'] },
      body: { email: 'third@example.org', password: 'correct horse battery' },
    })),
    changes: false,
  },
  {
    ...write('POST', 'api/auth/[...nextauth]', 'signs out, without the CSRF token', all(302), () => ({
      params: { nextauth: ['signout'] },
      body: {},
    })),
    changes: false,
  },
  ...(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const).map((method): RouteRow => ({
    route: 'api/[...path]',
    method,
    does: 'nothing: there is no such address',
    answers: all(404),
    sent: () => ({}),
    changes: false,
  })),
];

function formRows(): RouteRow[] {
  const current = 'correct horse battery';
  const rows: [FormName, string, RouteRow['answers'], (owned: Owned, actor: Actor) => Record<string, string>][] = [
    ['sign-in', 'signs in', all(200), () => ({ email: 'third@example.org', password: current })],
    ['sign-up', 'makes an account', all(200), (_, actor) => ({ email: `new-${actor}@example.org`, password: current })],
    ['sign-out', 'signs this browser out', all(200), () => ({})],
    ['forgot', 'asks for a link, where there is mail', all(400), () => ({ email: 'third@example.org' })],
    ['reset', 'sets a password with a link that is no good', all(404), () => ({ token: 'guess', password: current })],
    ['change-name', 'changes one’s own name', accountsOnly(200), () => ({ name: 'Another' })],
    [
      'change-password',
      'changes one’s own password',
      accountsOnly(200),
      () => ({ current, password: 'violet lamp rivers' }),
    ],
    [
      'change-email',
      'changes one’s own address',
      accountsOnly(200),
      (_, actor) => ({ current, email: `new-${actor}@example.org` }),
    ],
    ['confirm-email', 'confirms with a link that is no good', all(404), () => ({ token: 'guess' })],
    ['cancel-email', 'takes back one’s own change of address', accountsOnly(200), () => ({})],
    ['end-session', 'ends a session of one’s own', accountsOnly(200), ({ sessionId }) => ({ id: sessionId })],
    ['end-other-sessions', 'signs one’s other devices out', accountsOnly(200), () => ({})],
    ['confirm', 'confirms by one’s own password', accountsOnly(200), () => ({ current })],
    ['link', 'asks to link a provider', accountsOnly(200), () => ({ provider: 'oidc', current })],
    ['unlink', 'unlinks a provider of one’s own', accountsOnly(200), () => ({ provider: 'oidc', current })],
    ['delete', 'deletes everything of one’s own', [404, 200, 200, 200, 200], () => ({ current, sure: 'yes' })],
  ];
  return rows.map(([name, does, answers, fields]) =>
    write('POST', 'api/account/forms/[form]', `${name}: ${does}`, answers, (owned, actor) => ({
      params: { form: name },
      body: form(fields(owned, actor)),
    })),
  );
}

function form(fields: Record<string, string>): string {
  return new URLSearchParams(fields).toString();
}

function read(
  route: string,
  does: string,
  answers: RouteRow['answers'],
  sent: RouteRow['sent'] = () => ({}),
): RouteRow {
  return { route, method: 'GET', does, answers, sent };
}

function write(
  method: Method,
  route: string,
  does: string,
  answers: RouteRow['answers'],
  sent: RouteRow['sent'],
): RouteRow {
  return { route, method, does, answers, sent };
}
