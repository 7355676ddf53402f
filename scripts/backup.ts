import { statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { backupDatabase, backupName, rememberBackup } from '#db/backup';
import { readEnvironment } from '#lib/env';
import { holdDataFolder } from './hold-data-folder.ts';
import { megabytes, orStop, rowsInWords, stop } from './in-words.ts';

// Backs the database up while the server runs: npm run backup [-- --to FILE]
const { values } = orStop(() => parseArgs({ options: { to: { type: 'string' } } }));
const { dataDir } = orStop(() => readEnvironment(process.env));
const now = new Date();

using held = holdDataFolder(dataDir);
try {
  const backup = await backupDatabase(held.database, target(values.to), { now });
  rememberBackup(dataDir, backup);
  console.log(`underpin: backed up to ${backup.file} (${megabytes(backup.bytes)})
  In it: the whole database as it was at ${now.toISOString()}, with ${rowsInWords(backup.snapshot)}.
  Checked: integrity, references between tables, and that each of its ${Object.keys(backup.snapshot.rows).length} tables has as many rows as the original had.
  Not in it: ${path.join(dataDir, 'secrets.json')}, your environment variables, and the folders in CONTENT_DIRS. Keep a copy of them too;
    without the secrets everybody has to sign in again, and nothing else is lost.
  It holds e-mail addresses, password hashes and learners' code: keep it where only you can read it.`);
} catch (error) {
  stop(`no backup was made: ${error instanceof Error ? error.message : String(error)}`);
}

/** A folder takes a file named after the time, so that a timer needs no shell. */
function target(given: string | undefined): string {
  const to = path.resolve(given ?? path.join(dataDir, 'backups'));
  const isFolder =
    given === undefined || given.endsWith(path.sep) || statSync(to, { throwIfNoEntry: false })?.isDirectory();
  return isFolder ? path.join(to, backupName(now)) : to;
}
