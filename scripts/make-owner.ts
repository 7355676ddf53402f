import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { closeDatabase, migrateDatabase, openDatabase } from '#db/client';
import { lockDataFolder } from '#db/data-folder-lock';
import { owners, setRole } from '#db/users';
import { emailSchema } from '#lib/account';
import { readEnvironment } from '#lib/env';
import { orStop, stop } from './in-words.ts';

// Makes an account an owner, or no longer one, also while the server runs: npm run make-owner -- EMAIL [--undo]
const { values, positionals } = orStop(() =>
  parseArgs({ allowPositionals: true, options: { undo: { type: 'boolean', default: false } } }),
);
const email = emailSchema.safeParse(positionals[0]);
if (!email.success || positionals.length !== 1) stop('say whose account: npm run make-owner -- EMAIL [--undo]');
const { dataDir } = orStop(() => readEnvironment(process.env));

if (!existsSync(path.join(dataDir, 'underpin.db'))) {
  stop(`there is no database in ${dataDir}; set UNDERPIN_DATA as the server has it.`);
}
using lock = lockDataFolder(dataDir, 'shared');
if (!lock) stop(`a restore works with ${dataDir}; try again when it is done.`);
const db = openDatabase(path.join(dataDir, 'underpin.db'));
migrateDatabase(db, path.join(import.meta.dirname, '..', 'db', 'migrations'));
const known = await setRole(db, email.data, values.undo ? 'learner' : 'owner');
const left = await owners(db);
closeDatabase(db);
if (!known) stop(`no account in ${dataDir} has the address ${email.data}; sign up with it first.`);
console.log(`underpin: ${email.data} is ${values.undo ? 'no longer an owner' : 'an owner'}, from the next page on.`);
console.log(`  Owners now: ${left.length > 0 ? left.join(', ') : 'none; nobody can open /operator'}.`);
