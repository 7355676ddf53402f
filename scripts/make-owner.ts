import path from 'node:path';
import { parseArgs } from 'node:util';
import { closeDatabase, migrateDatabase, openDatabase } from '#db/client';
import { owners, setRole } from '#db/users';
import { emailSchema } from '#lib/account';
import { readEnvironment } from '#lib/env';
import { holdDataFolder } from './hold-data-folder.ts';
import { orStop, stop } from './in-words.ts';

// Makes an account an owner, or no longer one, also while the server runs: npm run make-owner -- EMAIL [--undo]
const { values, positionals } = orStop(() =>
  parseArgs({ allowPositionals: true, options: { undo: { type: 'boolean', default: false } } }),
);
const email = emailSchema.safeParse(positionals[0]);
if (!email.success || positionals.length !== 1) stop('say whose account: npm run make-owner -- EMAIL [--undo]');
const { dataDir } = orStop(() => readEnvironment(process.env));

using held = holdDataFolder(dataDir);
const db = openDatabase(held.database);
migrateDatabase(db, path.join(import.meta.dirname, '..', 'db', 'migrations'));
const known = await setRole(db, email.data, values.undo ? 'learner' : 'owner');
const left = await owners(db);
closeDatabase(db);
if (!known) stop(`no account in ${dataDir} has the address ${email.data}; sign up with it first.`);
console.log(`underpin: ${email.data} is ${values.undo ? 'no longer an owner' : 'an owner'}, from the next page on.`);
console.log(`  Owners now: ${left.length > 0 ? left.join(', ') : 'none; nobody can open /operator'}.`);
