import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { findExercise } from '#content/exercise';
import { gradeWith } from '../exercises.ts';
import { serviceRuntime, type ServiceRuntime } from './services.ts';

vi.setConfig({ testTimeout: 180_000 });

let runtime: ServiceRuntime;
beforeAll(() => void (runtime = serviceRuntime()));
afterAll(() => runtime[Symbol.asyncDispose]());

const signIn = `
  const credentials = { email: 'ada@shop.example', password: 'lighthouse-77' };
  const { json: { token } } = await request('POST', '/sessions', { json: credentials });
  const headers = { authorization: 'Bearer ' + token };`;

/** What PostgreSQL refuses and Zod lets through. Learners' solutions are not asked for it: the task does not name it. */
const unstorable = `
  for (const [method, path, field, value] of [
    ['POST', '/boards/1/tasks', 'title', 'a\\u0000b'],
    ['PATCH', '/tasks/1', 'title', '\\u0000'],
    ['POST', '/boards/1/tasks', 'due', '0000-01-01'],
    ['PATCH', '/tasks/1', 'due', '0000-12-31'],
  ]) {
    const answer = await request(method, path, { headers, json: { title: 'x', [field]: value } });
    expect(answer.status, method + ' with ' + field).toBe(422);
    expect(answer.json.errors).toEqual([{ pointer: '/' + field, detail: expect.any(String) }]);
  }
  for (const due of ['0001-01-01', '9999-12-31']) {
    const answer = await request('PATCH', '/tasks/1', { headers, json: { due } });
    expect(answer.json).toMatchObject({ due });
  }`;

const refusedAtSignIn = `
  const unknown = await request('POST', '/sessions', { json: { ...credentials, email: 'ada@shop.example\\u0000' } });
  expect(unknown.status).toBe(401);`;

const refusedAsCursor = `
  for (const after of ['0000-01-01_7', btoa('["0000-01-01",7]')]) {
    const answer = await request('GET', '/boards/1/tasks', { headers, query: { after } });
    expect(answer.status, after).toBe(422);
    expect(answer.json.errors).toEqual([{ pointer: '/after', detail: expect.any(String) }]);
  }`;

const steps = {
  'task-api-tasks': `const headers = {};${unstorable}`,
  'task-api-sign-in': signIn + unstorable + refusedAtSignIn,
  'task-api-roles': signIn + unstorable + refusedAtSignIn,
  'task-api-list': signIn + unstorable + refusedAtSignIn + refusedAsCursor,
};

for (const [id, body] of Object.entries(steps)) {
  test(`${id}: what the database cannot store is refused by our own solutions as a wrong field`, async () => {
    const exercise = findExercise(id)!;
    const asked = { ...exercise, tests: `test('refuses', async ({ request }) => {${body}});`, hidden: '' };
    const sources = [exercise.solution.typescript!, ...exercise.alternatives.map(({ source }) => source)];
    expect(sources).toHaveLength(2);
    for (const source of sources) {
      const { verdict } = await gradeWith(runtime, asked, source);
      expect(verdict).toMatchObject({ status: 'passed' });
    }
  });
}
