import path from 'node:path';
import { parseArgs } from 'node:util';
import { restoreDatabase, type Restored } from '#db/restore';
import { readEnvironment } from '#lib/env';
import { orStop, rowsInWords, stop } from './in-words.ts';

// Puts a backup in the place of the database, while no server runs: npm run restore -- FILE
const { positionals } = orStop(() => parseArgs({ allowPositionals: true }));
const [file, ...more] = positionals;
if (!file || more.length > 0) stop('say which backup: npm run restore -- FILE');
const { dataDir } = orStop(() => readEnvironment(process.env));
const migrationsFolder = path.join(import.meta.dirname, '..', 'db', 'migrations');

const result = restore(path.resolve(file));
if (result.outcome === 'refused') stop(`nothing was restored: ${result.why}`);
const { snapshot, migrated, aside } = result;
console.log(`underpin: restored ${file} to ${path.join(dataDir, 'underpin.db')}
  In it: ${rowsInWords(snapshot)}. It passed its checks${migrated > 0 ? ` and was brought up to this version (${migrated} migrations)` : ''}.
  ${aside ? `The database that stood here is kept: ${aside}. Delete it when you are sure.` : 'There was no database here before.'}
  Sessions that ended after the backup was made are valid again. Without the secrets.json of that server, everybody signs in anew.
  Start the server when you are ready.`);

function restore(backup: string): Restored {
  try {
    return restoreDatabase(backup, { dataDir, migrationsFolder });
  } catch (error) {
    return stop(`nothing was restored: ${error instanceof Error ? error.message : String(error)}`);
  }
}
