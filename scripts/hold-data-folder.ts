import { existsSync } from 'node:fs';
import path from 'node:path';
import { lockDataFolder } from '#db/data-folder-lock';
import { stop } from './in-words.ts';

/**
 * The database file of a server, which may be running, with the data folder held until this is disposed of. Ends the
 * command where there is none, or a restore works with it.
 */
export function holdDataFolder(dataDir: string): Disposable & { database: string } {
  const database = path.join(dataDir, 'underpin.db');
  if (!existsSync(database)) stop(`there is no database in ${dataDir}; set UNDERPIN_DATA as the server has it.`);
  const lock = lockDataFolder(dataDir, 'shared');
  if (!lock) stop(`a restore works with ${dataDir}; try again when it is done.`);
  return { database, [Symbol.dispose]: () => lock[Symbol.dispose]() };
}
