import type { Exercise } from '#content/exercise';
import { createJavascriptRuntime, type JavascriptRuntime } from '#sandbox/javascript/runtime';
import type { PoolOptions } from '#sandbox/pool';
import { createSqlRuntime } from '#sandbox/sql/runtime';
import { codeExercise } from '../exercises.ts';

/** An exercise about a service, on no disk. With `schema` it has a database. */
export function serviceExercise(given: {
  tests: string;
  hidden?: string;
  solution?: string;
  schema?: string;
  data?: string;
  limits?: Exercise['meta']['limits'];
}): Exercise {
  const exercise = codeExercise(given);
  const { schema, data = '' } = given;
  return {
    ...exercise,
    meta: { ...exercise.meta, kind: 'http' },
    ...(schema !== undefined && { database: { schema, dataSets: [{ name: 'visible', sql: data, hidden: false }] } }),
  };
}

export type ServiceRuntime = JavascriptRuntime & { [Symbol.asyncDispose]: () => Promise<void> };

/** The runtime together with the server that its databases come from, which starts with the first of them. */
export function serviceRuntime(options: PoolOptions = { children: 2 }): ServiceRuntime {
  const sql = createSqlRuntime({ databases: async () => null });
  const runtime = createJavascriptRuntime({ ...options, openDatabase: sql.openDatabase });
  return {
    ...runtime,
    [Symbol.asyncDispose]: async () => void (await Promise.all([runtime.dispose(), sql.dispose()])),
  };
}

/** A service whose handlers are given as the body of a module; `app`, `db` and `z` are there. */
export const service = (body: string): string => `
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
export const app = new Hono();
${body}`;

export const databaseService = (body: string): string => `import { db } from 'underpin';${service(body)}`;
