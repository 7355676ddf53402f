import path from 'node:path';
import { makeResetLink } from '#app/account/reset-link';
import { closeDatabase, migrateDatabase, openDatabase } from '#db/client';
import { passwordResetMinutesMax } from '#db/password-resets';
import { environment } from '#lib/env';

// `npm run reset-link -- ann@example.org`: for servers without mail, the link that somebody sets a new password with.
const [email] = process.argv.slice(2);
if (!email) {
  console.error('underpin: whose? npm run reset-link -- ann@example.org');
  process.exit(1);
}
const db = openDatabase(path.join(environment().dataDir, 'underpin.db'));
migrateDatabase(db, path.join(process.cwd(), 'db', 'migrations'));
const link = await makeResetLink(db, email);
closeDatabase(db);
if (!link) {
  console.error(`underpin: no account has the address ${email}; the data folder is ${environment().dataDir}`);
  process.exit(1);
}
console.log(link);
console.error(
  `It works once, for ${passwordResetMinutesMax} minutes. Give it to that person alone: whoever opens it owns the account.`,
);
