import { getTableName } from 'drizzle-orm';
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import { expect, test } from 'vitest';
import * as tables from '#db/tables';
import { temporaryDatabase } from './temporary-database.ts';

const all: SQLiteTable[] = Object.values(tables);

/** Without one, whoever deletes an account has SQLite go through the whole of every table that refers to it. */
test('every reference has an index that begins with it', () => {
  using db = temporaryDatabase();
  const without = all.flatMap((table) => {
    const name = getTableName(table);
    const indexes = db.$client.pragma(`index_list(${name})`) as { name: string; partial: number }[];
    const starts = indexes
      .filter(({ partial }) => partial === 0)
      .map((index) => (db.$client.pragma(`index_info(${index.name})`) as { name: string }[])[0]?.name);
    return getTableConfig(table)
      .foreignKeys.map((key) => key.reference().columns[0]!.name)
      .filter((column) => !starts.includes(column))
      .map((column) => `${name}.${column}`);
  });
  expect(without).toEqual([]);
});
