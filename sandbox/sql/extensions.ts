import { chown, mkdir, readdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import type { Account } from './account.ts';
import type { Installation } from './installation.ts';

/**
 * Extensions that a database may create. All are trusted by PostgreSQL. The languages that it trusts as well (plperl,
 * pltcl) are left out on purpose: their loops look at no interrupt, so that nothing short of SIGKILL ends one.
 */
const allowed = [
  'btree_gin',
  'btree_gist',
  'citext',
  'cube',
  'fuzzystrmatch',
  'hstore',
  'intarray',
  'ltree',
  'pg_trgm',
  'pgcrypto',
  'plpgsql',
  'seg',
  'tablefunc',
  'unaccent',
];

/** Makes a folder that shows the allowed extensions alone, and returns what `extension_control_path` must be. */
export async function makeExtensionFolder(
  installation: Installation,
  folder: string,
  account: Account | undefined,
): Promise<string> {
  const source = path.join(installation.root, 'share', 'postgresql', 'extension');
  const target = path.join(folder, 'share', 'extension');
  await mkdir(target, { recursive: true });
  for (const file of await readdir(source)) {
    const name = file.replace(/(--.*)?\.(control|sql)$/, '');
    if (allowed.includes(name)) await symlink(path.join(source, file), path.join(target, file));
  }
  if (account !== undefined) {
    // The guard removes the folder under that account, which needs the right to empty each folder in it.
    for (const made of [path.dirname(target), target]) await chown(made, account.uid, account.gid);
  }
  return path.dirname(target);
}
