import path from 'node:path';
import { migrateDatabase, openDatabase, type Db } from '#db/client';
import { environment } from '#lib/env';
import { oncePerProcess } from '#lib/once-per-process';

/** The open, migrated database of this process. */
export function database(): Db {
  return oncePerProcess('database', () => {
    const db = openDatabase(path.join(environment().dataDir, 'underpin.db'));
    migrateDatabase(db, path.join(/* turbopackIgnore: true */ process.cwd(), 'db', 'migrations'));
    return db;
  });
}
