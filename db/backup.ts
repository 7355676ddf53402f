import {
  closeSync,
  fsyncSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import Database from 'better-sqlite3';
import { damageOf, snapshotOf, type Snapshot } from './snapshot.ts';

export type Backup = { file: string; bytes: number; at: Date; snapshot: Snapshot };

/**
 * Copies a database to one file while others go on writing to it: what is in the copy is the state of one moment. It is
 * checked before it gets its name, so that under `to` there is a whole backup or none. Throws with a sentence when it
 * cannot be made; a file that is there already is never replaced.
 */
export async function backupDatabase(
  source: string,
  to: string,
  { now = new Date(), pagesPerStep = 10_000 }: { now?: Date; pagesPerStep?: number } = {},
): Promise<Backup> {
  if (!existsSync(source)) throw new Error(`there is no database at ${source}.`);
  if (existsSync(to)) throw new Error(`${to} is there already; choose another name.`);
  mkdirSync(path.dirname(to), { recursive: true, mode: 0o700 });
  const draft = `${to}.partial-${randomBytes(4).toString('hex')}`;
  // Made here, with its mode, before SQLite writes e-mail addresses and hashes into it.
  closeSync(openSync(draft, 'wx', 0o600));
  const client = new Database(source, { fileMustExist: true, timeout: 5000 });
  try {
    // The transaction holds one state for both the counting and the copying, and others write on meanwhile.
    client.exec('BEGIN');
    const snapshot = snapshotOf(client);
    // 40 MB a step; between two of them signals are heard.
    await client.backup(draft, { progress: () => pagesPerStep });
    client.exec('COMMIT');
    check(draft, snapshot);
    flush(draft);
    // A link and no rename: it fails where a file has come to stand meanwhile.
    linkSync(draft, to);
    flush(path.dirname(to));
    return { file: to, bytes: statSync(to).size, at: now, snapshot };
  } finally {
    client.close();
    rmSync(draft, { force: true });
  }
}

function check(file: string, expected: Snapshot): void {
  const copy = new Database(file, { fileMustExist: true });
  try {
    // One file, whole in itself: the copy says of itself, as its source does, that it has a log beside it.
    copy.pragma('journal_mode = DELETE');
    const damage = damageOf(copy);
    if (damage)
      throw new Error(`the copy did not pass its check (${damage}), and neither does the database, probably.`);
    if (JSON.stringify(snapshotOf(copy)) !== JSON.stringify(expected)) {
      throw new Error('the copy has other rows than the database had; nothing was kept of it.');
    }
  } finally {
    copy.close();
  }
}

/** Also of a folder: a new name in it is on disk only then. */
export function flush(fileOrFolder: string): void {
  const handle = openSync(fileOrFolder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

/** `underpin-20261121T192348Z.db`: sorts by time, and has no character that a file system refuses. */
export function backupName(now: Date): string {
  return `underpin-${stamp(now)}.db`;
}

export function stamp(now: Date): string {
  return now.toISOString().replaceAll(/[-:]|\.\d+/g, '');
}

/** Remembered beside the database, for the operator's page. */
export function rememberBackup(dataDir: string, { file, bytes, at }: Backup): void {
  writeFileSync(path.join(dataDir, lastBackupName), `${JSON.stringify({ at, file, bytes })}\n`, { mode: 0o600 });
}

export const lastBackupName = 'last-backup.json';
