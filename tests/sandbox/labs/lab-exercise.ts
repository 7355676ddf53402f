import type { Exercise, Exploit } from '#content/exercise';
import type { GradingMode, TestResult, Verdict } from '#lib/verdict';
import type { Runtime } from '#sandbox/runtime';
import { codeExercise } from '../exercises.ts';

type Given = {
  service: string;
  solution: string;
  proof: string;
  exploits: Exploit[];
  tests: string;
  hidden?: string;
  schema?: string;
  data?: string;
  limits?: Exercise['meta']['limits'];
};

/** A lab, on no disk. With `schema` its service has a database. */
export function labExercise({ service, proof, exploits, schema, data = '', ...given }: Given): Exercise {
  const exercise = codeExercise(given);
  return {
    ...exercise,
    meta: { ...exercise.meta, kind: 'lab' },
    lab: { service, proof, exploits },
    ...(schema !== undefined && { database: { schema, dataSets: [{ name: 'visible', sql: data, hidden: false }] } }),
  };
}

export const exploitOf = (body: string): string => `export async function exploit({ request, ...given }) {${body}}`;

const variant = (name: string, title: string, hidden: boolean, path: string): Exploit => ({
  ...{ name, title, hidden },
  source: exploitOf(`return (await request('GET', '/notes', { query: { name: '${path}' } })).body;`),
});

/** A service that reads notes; `place` is what it makes of a name, and `null` is answered with 404. */
export const notesService = (place: string, before = ''): string => `
import { Hono } from 'hono';
import { files } from 'underpin';
export const app = new Hono();
${before}
app.get('/notes', async (c) => {
  const name = c.req.query('name') ?? '';
  const place = ${place};
  try {
    if (place !== null) return c.text(await files.read(place));
  } catch {}
  return c.text('There is no such note.', 404);
});`;

export const vulnerable = notesService(`files.resolve('/srv/notes', name)`);
export const patched = notesService(
  `files.resolve('/srv/notes', name).startsWith('/srv/notes/') ? files.resolve('/srv/notes', name) : null`,
);
/** Lets a path from the top through. */
export const halfPatched = notesService(`name.includes('..') ? null : files.resolve('/srv/notes', name)`);
export const climbing = exploitOf(`return (await request('GET', '/notes', { query: { name: '../key' } })).body;`);

/** A folder of notes beside which a key lies. */
export const notes = labExercise({
  service: vulnerable,
  solution: patched,
  proof: `proof({
    wants: "the server's key",
    plant: ({ files, secret, random }) => {
      files.write('/srv/notes/welcome', 'Welcome');
      files.write('/srv/notes/lucky', random.string(12));
      files.write('/srv/key', secret);
      return { customer: 7 };
    },
    succeeded: ({ answer, secret }) => answer === secret,
  });`,
  exploits: [
    variant('a.ts', 'climbs out of the folder', false, '../key'),
    variant('b.ts', 'begins at the top', true, '/srv/key'),
    variant('c.ts', 'climbs after a step inside', true, 'x/../../key'),
  ],
  tests: `
    test('shows a note', async ({ request }) => {
      expect((await request('GET', '/notes', { query: { name: 'welcome' } })).body).toBe('Welcome');
    });`,
  hidden: `
    test('leaves the key where it is', async ({ request, files, planted }) => {
      expect((await request('GET', '/notes', { query: { name: 'none' } })).status).toBe(404);
      expect(files.read('/srv/key')).toBe(planted.secret);
      expect(planted.customer).toBe(7);
    });
    test('agrees with the reference', async ({ request, reference }) => {
      const query = { name: 'lucky' };
      expect((await request('GET', '/notes', { query })).body).toBe((await reference.request('GET', '/notes', { query })).body);
    });`,
});

export type LabGraded = { verdict: Verdict; tests: TestResult[]; of: (name: string) => TestResult };

export async function gradeLabWith(
  runtime: Runtime,
  exercise: Exercise,
  { exploit = climbing, service = patched }: { exploit?: string | undefined; service?: string | undefined },
  { mode = 'submit', seed = 1 }: { mode?: GradingMode; seed?: number } = {},
): Promise<LabGraded> {
  const events: TestResult[] = [];
  const verdict = await runtime.grade({
    ...{ exercise, mode, seed },
    files: { 'exploit.ts': exploit, 'service.ts': service },
    onStarted: () => undefined,
    onTest: (index, result) => void (events[index] = result),
    signal: new AbortController().signal,
  });
  if (verdict.status === 'unavailable') throw new Error(verdict.message);
  const of = (name: string): TestResult => {
    const found = verdict.tests.find((test) => test.name === name);
    if (found === undefined)
      throw new Error(`There is no result ${name}, only ${verdict.tests.map((one) => one.name).join(', ')}.`);
    return found;
  };
  if (JSON.stringify(events) !== JSON.stringify(verdict.tests)) throw new Error('The events differ from the verdict.');
  return { verdict, tests: verdict.tests, of };
}
