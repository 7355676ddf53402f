import type Database from 'better-sqlite3';

/** Enough to tell whether two databases hold the same: how many rows each table has, and which migrations it went through. */
export type Snapshot = {
  rows: Record<string, number>;
  /** When each was written, in milliseconds since 1970: what drizzle knows a migration by. */
  migrations: number[];
};

/** Throws where it is no SQLite database or too damaged to be read. */
export function snapshotOf(client: Database.Database): Snapshot {
  const tables = client
    .prepare<[], { name: string }>(
      `select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name`,
    )
    .all();
  const rows = Object.fromEntries(
    tables.map(({ name }) => {
      const counted = client.prepare<[], { rows: number }>(
        `select count(*) as rows from "${name.replaceAll('"', '""')}"`,
      );
      return [name, counted.get()?.rows ?? 0];
    }),
  );
  if (rows[migrationsTable] === undefined) return { rows, migrations: [] };
  const applied = client.prepare<[], { at: number }>(
    `select created_at as at from ${migrationsTable} order by created_at`,
  );
  return { rows, migrations: applied.all().map(({ at }) => Number(at)) };
}

const migrationsTable = '__drizzle_migrations';

/** What is wrong with the pages of a database or between its tables, in SQLite's own words; null for a sound one. */
export function damageOf(client: Database.Database): string | null {
  const [integrity] = client.pragma('integrity_check(1)') as { integrity_check: string }[];
  if (integrity?.integrity_check !== 'ok') return integrity?.integrity_check ?? 'the check gave no answer';
  const [orphan] = client.pragma('foreign_key_check') as { table: string; parent: string }[];
  return orphan ? `a row of ${orphan.table} belongs to a row of ${orphan.parent} that is not there` : null;
}
