import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { closeDatabase, migrateDatabase, openDatabase, type Db } from '#db/client';

const migrations = path.join(import.meta.dirname, '../../db/migrations');
let template: string | undefined;

/** A migrated database in a folder of its own, gone at the end of the block: `using db = temporaryDatabase()`. */
export function temporaryDatabase(): Db & Disposable {
  const folder = mkdtempSync(path.join(tmpdir(), 'underpin-db-'));
  const file = path.join(folder, 'underpin.db');
  copyFileSync((template ??= makeTemplate()), file);
  const db = openDatabase(file);
  return Object.assign(db, {
    [Symbol.dispose]: () => {
      closeDatabase(db);
      rmSync(folder, { recursive: true });
    },
  });
}

/** Migrated once for each test process: copying a file takes less than running the migrations. */
function makeTemplate(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'underpin-template-'));
  const file = path.join(folder, 'template.db');
  const db = openDatabase(file);
  migrateDatabase(db, migrations);
  // Leaves one file: what is in the write-ahead log would not be copied.
  db.$client.pragma('journal_mode = DELETE');
  closeDatabase(db);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return file;
}
