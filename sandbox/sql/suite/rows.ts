import { exerciseFault } from '#sandbox/faults';
import { json, type Json } from '../json.ts';
import type { ResultSet, StatementResult } from '../query.ts';
import { typeName } from '../type-names.ts';

/** Rows as a test sees them. */
export type Rows = {
  rows: { [column: string]: Json }[];
  columns: { name: string; type: string }[];
  /** Rows that the statement returned or touched. */
  rowCount: number | null;
};

const sets = new WeakMap<object, ResultSet>();

/** The rows with PostgreSQL's texts behind them, for comparing: found again by the whole and by its `rows`. */
export function rowsOf(result: StatementResult | undefined): Rows {
  const { fields, rows, command, rowCount } = result ?? { fields: [], rows: [], command: '', rowCount: null };
  const columns = fields.map((field) => ({ ...field, type: typeName(field.typeId) }));
  const objects = json({ ok: true, columns, rows, command, rowCount, notices: [] });
  const answer = { rows: objects, columns: columns.map(({ name, type }) => ({ name, type })), rowCount };
  remember(answer, { fields, rows });
  return answer;
}

export function remember(answer: Rows, set: ResultSet): void {
  sets.set(answer.rows, set);
}

/** What a matcher was given: rows of ours, or objects that the author wrote down. */
export function setOf(value: unknown): ResultSet {
  const known = typeof value === 'object' && value !== null ? (sets.get(value) ?? ofItsRows(value)) : undefined;
  if (known !== undefined) return known;
  if (!Array.isArray(value)) throw exerciseFault('toEqualRows compares what sql gave with rows: a list of objects.');
  return setOfObjects(value as Record<string, unknown>[]);
}

const ofItsRows = (value: object): ResultSet | undefined =>
  'rows' in value && Array.isArray(value.rows) ? sets.get(value.rows) : undefined;

const numeric = 1700;
const text = 25;

function setOfObjects(objects: Record<string, unknown>[]): ResultSet {
  const names = Object.keys(objects[0] ?? {});
  const typeOf = (name: string) => (objects.some((row) => typeof row[name] === 'number') ? numeric : text);
  return {
    fields: names.map((name) => ({ name, typeId: typeOf(name) })),
    rows: objects.map((row) => names.map((name) => textOf(row[name]))),
  };
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value ? 't' : 'f';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}
