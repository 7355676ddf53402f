import { chmodSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';

/**
 * Says to other programs that this one works with the data folder: `shared` with others (a server, a backup), or alone
 * (`exclusive`, a restore). Null when that cannot be now. The lock is the kernel's, held through SQLite on a file of its
 * own, so it ends with the process, however that ends, and no process id can be mistaken for another's.
 */
export function lockDataFolder(dataDir: string, kind: 'shared' | 'exclusive'): Disposable | null {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = path.join(dataDir, 'in-use.lock');
  // Who asks for it alone and is refused is in the way of others for a moment.
  const lock = new Database(file, { timeout: kind === 'shared' ? 2000 : 0 });
  try {
    chmodSync(file, 0o600);
    lock.exec(kind === 'shared' ? 'BEGIN' : 'BEGIN EXCLUSIVE');
    // BEGIN alone takes nothing; the first reading does, and keeps it until the transaction ends.
    if (kind === 'shared') lock.prepare('select count(*) from sqlite_master').get();
  } catch (error) {
    lock.close();
    if (isBusy(error)) return null;
    throw error;
  }
  return { [Symbol.dispose]: () => lock.close() };
}

export function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
}
