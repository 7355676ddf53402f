import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import Database from 'better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { flush, stamp } from './backup.ts';
import { closeDatabase, migrateDatabase, openDatabase } from './client.ts';
import { isBusy, lockDataFolder } from './data-folder-lock.ts';
import { damageOf, snapshotOf, type Snapshot } from './snapshot.ts';

export type Restored =
  | { outcome: 'refused'; why: string }
  | {
      outcome: 'restored';
      snapshot: Snapshot;
      /** Migrations that the backup was still without. */
      migrated: number;
      /** Where the database that stood here before lies now; null where there was none. */
      aside: string | null;
    };

/**
 * Puts a backup in the place of the database of `dataDir`. The backup is checked first and brought up to this version's
 * tables in a copy; the database that stood here is kept beside it; one `rename` changes them over, so that a power cut
 * leaves the one or the other. Refuses with a sentence, and then has changed nothing.
 */
export function restoreDatabase(
  backup: string,
  { dataDir, migrationsFolder }: { dataDir: string; migrationsFolder: string },
  now = new Date(),
): Restored {
  const target = path.join(dataDir, 'underpin.db');
  const strange = notADatabase(backup, target);
  if (strange) return refused(strange);
  using lock = lockDataFolder(dataDir, 'exclusive');
  if (!lock) return refused(inUse(dataDir));
  sweepDrafts(target);
  const draft = `${target}.restoring-${randomBytes(4).toString('hex')}`;
  try {
    copyWhole(backup, draft);
    const wrong = unfit(draft, backup, migrationsFolder);
    if (wrong) return refused(wrong);
    const { snapshot, migrated } = bringUpToDate(draft, migrationsFolder);
    flush(draft);
    if (!existsSync(target)) {
      renameSync(draft, target);
      return { outcome: 'restored', snapshot, migrated, aside: null };
    }
    const aside = `${target}.before-restore-${stamp(now)}`;
    if (existsSync(aside)) return refused(`${aside} is there already; wait a second and try again.`);
    if (!putAside(target, aside)) return refused(inUse(dataDir));
    renameSync(draft, target);
    flush(dataDir);
    return { outcome: 'restored', snapshot, migrated, aside };
  } finally {
    removeWhole(draft);
  }
}

const refused = (why: string): Restored => ({ outcome: 'refused', why });

const inUse = (dataDir: string) =>
  `a server, or another command, works with ${dataDir}; stop it first (systemctl stop underpin, or Ctrl-C where it runs).`;

function notADatabase(file: string, target: string): string | null {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) return `there is no file ${file}.`;
  if (!stat.isFile()) return `${file} is not a file.`;
  const current = statSync(target, { throwIfNoEntry: false });
  if (current?.ino === stat.ino && current.dev === stat.dev) return `${file} is the database itself.`;
  const head = Buffer.alloc(16);
  const handle = openSync(file, 'r');
  readSync(handle, head, 0, 16, 0);
  closeSync(handle);
  return head.toString('latin1') === 'SQLite format 3\0' ? null : `${file} is not an SQLite database.`;
}

/** Why a database cannot take the place of ours; null when it can. */
function unfit(draft: string, name: string, migrationsFolder: string): string | null {
  let client: Database.Database | undefined;
  try {
    client = new Database(draft, { fileMustExist: true });
    // Nothing in a file from elsewhere may call functions while it is looked at.
    client.pragma('trusted_schema = OFF');
    const { rows, migrations } = snapshotOf(client);
    if (!ourTables.every((table) => table in rows) || migrations.length === 0) {
      return `${name} is an SQLite database, but not one of Underpin's.`;
    }
    const damage = damageOf(client);
    if (damage) return `${name} is damaged: ${damage}.`;
    const known = readMigrationFiles({ migrationsFolder }).map(({ folderMillis }) => folderMillis);
    const unknown = migrations.filter((migration) => !known.includes(migration));
    if (unknown.some((migration) => migration > Math.max(...known))) {
      return `${name} is of a newer version of Underpin than this one; update this one first, then restore.`;
    }
    if (unknown.length > 0) return `${name} is of another edition of Underpin: it has tables that this one never had.`;
    return null;
  } catch (error) {
    return `${name} is damaged: ${error instanceof Error ? error.message : String(error)}.`;
  } finally {
    client?.close();
  }
}

/** There since the first version. */
const ourTables = ['learners', 'users', 'submissions', 'progress', '__drizzle_migrations'];

function bringUpToDate(draft: string, migrationsFolder: string): { snapshot: Snapshot; migrated: number } {
  const db = openDatabase(draft);
  try {
    const before = snapshotOf(db.$client).migrations.length;
    migrateDatabase(db, migrationsFolder);
    const damage = damageOf(db.$client);
    if (damage) throw new Error(`bringing the tables up to date did not go well (${damage}); nothing was changed.`);
    db.$client.pragma('journal_mode = DELETE');
    const snapshot = snapshotOf(db.$client);
    return { snapshot, migrated: snapshot.migrations.length - before };
  } finally {
    closeDatabase(db);
  }
}

/**
 * Gives the database a second name, so that it is never without one. False when somebody has it open: that can only be a
 * version that knew of no lock. One that is too damaged to be opened keeps its log beside it under the new name.
 */
function putAside(target: string, aside: string): boolean {
  // Named first: SQLite throws the log away when it makes no sense of it.
  const hadLog = existsSync(`${target}-wal`);
  if (hadLog) nameAlso(`${target}-wal`, `${aside}-wal`);
  const taken = takeLogIn(target);
  if (hadLog && taken !== 'damaged') rmSync(`${aside}-wal`);
  if (taken === 'in use') return false;
  // The new database must not find them: SQLite would play them into a file that they do not belong to.
  for (const suffix of ['-wal', '-shm', '-journal']) rmSync(target + suffix, { force: true });
  nameAlso(target, aside);
  chmodSync(aside, 0o600);
  return true;
}

/** Only who is alone may take the log in, after which the database is one file. */
function takeLogIn(target: string): 'done' | 'in use' | 'damaged' {
  let client: Database.Database | undefined;
  try {
    client = new Database(target, { timeout: 0 });
    return client.pragma('journal_mode = DELETE', { simple: true }) === 'delete' ? 'done' : 'in use';
  } catch (error) {
    return isBusy(error) ? 'in use' : 'damaged';
  } finally {
    client?.close();
  }
}

function nameAlso(file: string, name: string): void {
  try {
    linkSync(file, name);
  } catch {
    // A file system without links.
    copyFileSync(file, name);
  }
}

/** With the log, where somebody has copied the files of a running server: half of what counts may stand there. */
function copyWhole(from: string, to: string): void {
  for (const suffix of ['', '-wal']) {
    if (!existsSync(from + suffix)) continue;
    copyFileSync(from + suffix, to + suffix, constants.COPYFILE_FICLONE);
    chmodSync(to + suffix, 0o600);
  }
}

function removeWhole(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal', '.migrate-lock']) rmSync(file + suffix, { force: true });
}

/** What a restore left that was killed. Nobody else is at work here: the lock is ours. */
function sweepDrafts(target: string): void {
  const prefix = `${path.basename(target)}.restoring-`;
  for (const name of readdirSync(path.dirname(target))) {
    if (name.startsWith(prefix)) rmSync(path.join(path.dirname(target), name), { force: true });
  }
}
