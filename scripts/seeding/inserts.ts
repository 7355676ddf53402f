import type Database from 'better-sqlite3';
import { getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';

/** Puts a row into a table; `at` is when it would have been written. */
export type Add = <Table extends SQLiteTable>(at: number, table: Table, row: Table['$inferInsert']) => void;

/**
 * Keeps rows until `flush` writes them in the order of their time. Learners work side by side, so in a real database the
 * rows of one of them lie scattered over the whole file, and that is what reading them costs.
 */
export function createInserts({ prepare }: { prepare: (text: string) => Database.Statement<unknown[]> }): {
  add: Add;
  flush: () => void;
} {
  const waiting: { at: number; table: SQLiteTable; row: Record<string, unknown> }[] = [];
  const inserts = new Map<SQLiteTable, (row: Record<string, unknown>) => void>();

  function insertInto(table: SQLiteTable): (row: Record<string, unknown>) => void {
    // A number that SQLite gives by itself is left to it.
    const columns = Object.entries(getTableColumns(table)).filter(
      ([, column]) => !('autoIncrement' in column && column.autoIncrement),
    );
    const names = columns.map(([, { name }]) => name).join(', ');
    const values = columns.map(() => '?').join(', ');
    const statement = prepare(`insert into ${getTableName(table)} (${names}) values (${values})`);
    return (row) => {
      statement.run(
        columns.map(([key, column]) => {
          const value = row[key] ?? column.default ?? null;
          return value === null ? null : column.mapToDriverValue(value);
        }),
      );
    };
  }

  return {
    add: (at, table, row) => waiting.push({ at, table, row }),
    flush: () => {
      for (const { table, row } of waiting.sort((a, b) => a.at - b.at)) {
        const insert = inserts.get(table) ?? insertInto(table);
        inserts.set(table, insert);
        insert(row);
      }
      waiting.length = 0;
    },
  };
}
