import { chmodSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';

/** What every query function takes first. */
export type Db = BetterSQLite3Database & { $client: Database.Database };

/** Inside `db.transaction(…)`; a query function that is only called there takes this. */
export type Transaction = Parameters<Parameters<Db['transaction']>[0]>[0];

/** Opens the database file, making it and its folder where missing. `close` it when done. */
export function openDatabase(file: string): Db {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const client = new Database(file);
  chmodSync(file, 0o600);
  client.pragma('journal_mode = WAL');
  // Another process (a backup, a script) may hold the lock for a moment.
  client.pragma('busy_timeout = 5000');
  // FULL, not NORMAL: a submission that we said is stored must survive a power cut.
  client.pragma('synchronous = FULL');
  client.pragma('foreign_keys = ON');
  return drizzle({ client });
}

export function closeDatabase(db: Db): void {
  db.$client.close();
}

/**
 * Brings the tables up to date. Two processes that start together take turns, through a lock file beside the database:
 * drizzle's migrator takes no lock and would run a migration twice.
 */
export function migrateDatabase(db: Db, migrationsFolder: string): void {
  const lock = new Database(`${db.$client.name}.migrate-lock`);
  lock.pragma('busy_timeout = 60000');
  lock.exec('BEGIN EXCLUSIVE');
  try {
    // SQLite changes a table by making it anew; with foreign keys on, dropping the old one would delete what hangs on it.
    db.$client.pragma('foreign_keys = OFF');
    migrate(db, { migrationsFolder });
  } finally {
    db.$client.pragma('foreign_keys = ON');
    lock.exec('COMMIT');
    lock.close();
  }
}
