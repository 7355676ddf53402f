import pg from 'pg';
import type { Answer } from './open-database.ts';

/** date, timestamp: PostgreSQL's text names no zone, and ours is UTC whatever the zone of this process. */
const dateType = 1082;
const timestampType = 1114;
const timestamptzType = 1184;

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/**
 * The rows of an answer as objects, with the values that node-postgres gives, as they look once they are JSON: int4
 * and floats are numbers, int8 and numeric are texts, times are ISO texts, json is what it holds.
 */
export function json(answer: Extract<Answer, { ok: true }>): { [column: string]: Json }[] {
  const parsers = answer.columns.map(({ typeId }) => parserOf(typeId));
  return answer.rows.map((row) =>
    Object.fromEntries(
      answer.columns.map(({ name }, index) => {
        const text = row[index] ?? null;
        return [name, text === null ? null : (parsers[index]?.(text) ?? null)];
      }),
    ),
  );
}

function parserOf(typeId: number): (text: string) => Json {
  if (typeId === dateType) return (text) => isoOf(`${text}T00:00:00Z`, text);
  if (typeId === timestampType) return (text) => isoOf(`${text.replace(' ', 'T')}Z`, text);
  // PostgreSQL writes `+00`, which is no zone to JavaScript.
  if (typeId === timestamptzType)
    return (text) => isoOf(`${text.replace(' ', 'T')}:00`.replace(/(:\d\d:\d\d):00$/, '$1'), text);
  const parse = pg.types.getTypeParser(typeId, 'text') as (text: string) => unknown;
  return (text) => {
    const value = parse(text);
    // bytea and intervals become objects of their own that no JSON carries.
    return Buffer.isBuffer(value) || isForeign(value) ? text : (value as Json);
  };
}

const isForeign = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.getPrototypeOf(value) !== Object.prototype;

function isoOf(iso: string, text: string): string {
  const time = new Date(iso);
  return Number.isNaN(time.getTime()) ? text : time.toISOString();
}
