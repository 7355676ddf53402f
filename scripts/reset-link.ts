import path from 'node:path';
import { makeResetLink } from '#app/account/reset-link';
import { closeDatabase, migrateDatabase, openDatabase } from '#db/client';
import { passwordResetMinutesMax } from '#db/password-resets';
import { environment } from '#lib/env';
import { holdDataFolder } from './hold-data-folder.ts';
import { stop } from './in-words.ts';

// `npm run reset-link -- ann@example.org`: for servers without mail, the link that somebody sets a new password with.
const [email] = process.argv.slice(2);
if (!email) stop('whose? npm run reset-link -- ann@example.org');
const { dataDir } = environment();
using held = holdDataFolder(dataDir);
const db = openDatabase(held.database);
migrateDatabase(db, path.join(process.cwd(), 'db', 'migrations'));
const link = await makeResetLink(db, email);
closeDatabase(db);
if (!link) stop(`no account has the address ${email}; the data folder is ${dataDir}`);
console.log(link);
console.error(
  `It works once, for ${passwordResetMinutesMax} minutes. Give it to that person alone: whoever opens it owns the account.`,
);
