import { afterAll, beforeAll, expect, test } from 'vitest';
import { createJavascriptRuntime, type JavascriptRuntime } from '#sandbox/javascript/runtime';
import { createSqlRuntime, type SqlRuntime } from '#sandbox/sql/runtime';
import { labExercise, notesService, vulnerable } from '../labs/lab-exercise.ts';

let sql: SqlRuntime;
let runtime: JavascriptRuntime;
beforeAll(async () => {
  sql = createSqlRuntime({ databases: async () => null });
  runtime = createJavascriptRuntime({ children: 1, openDatabase: sql.openDatabase });
  await runtime.boot();
});
afterAll(async () => void (await Promise.all([runtime.dispose(), sql.dispose()])));

const given = { service: vulnerable, solution: vulnerable, exploits: [], tests: '' };
const proof = `proof({ wants: 'nothing', plant: () => undefined, succeeded: () => false });`;
const send = (proofOf: string, schema?: string) =>
  runtime.send({
    exercise: labExercise({ ...given, proof: proofOf, ...(schema !== undefined && { schema }) }),
    files: { 'service.ts': notesService('null') },
    requests: [{ method: 'GET', path: '/notes', headers: [], body: '' }],
    signal: new AbortController().signal,
  });

test('a child and a database are given back where the exercise cannot be read', { timeout: 120_000 }, async () => {
  for (let times = 0; times < 2; times++) {
    await expect(send('proof(', 'create table items (id int)')).rejects.toMatchObject({
      message: expect.stringContaining('proof.ts') as string,
    });
  }
  expect(await send(proof)).toMatchObject({ status: 'ran' });
  // Not by the limit of a run, after half a minute in which it served nobody.
  expect(runtime.status()).toMatchObject({ started: 1, killed: 0 });
  await expect.poll(() => sql.status(), { timeout: 60_000 }).toMatchObject({ leased: 0 });
});
