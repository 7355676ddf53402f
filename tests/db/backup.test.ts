import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { backupDatabase } from '#db/backup';
import { closeDatabase, openDatabase } from '#db/client';
import { lockDataFolder } from '#db/data-folder-lock';
import { createGuest, guestByToken } from '#db/learners';
import { restoreDatabase } from '#db/restore';
import { damageOf } from '#db/snapshot';
import { createUser, userByEmail } from '#db/users';
import { temporaryDatabase } from './temporary-database.ts';

const migrationsFolder = path.join(import.meta.dirname, '../../db/migrations');
const root = path.join(import.meta.dirname, '../..');

/** A data folder with a database that has an account and a guest in it, and a place for backups. */
async function dataFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'underpin-data-'));
  const dataDir = path.join(folder, 'data');
  const file = path.join(dataDir, 'underpin.db');
  {
    using template = temporaryDatabase();
    openDatabase(file).$client.close();
    template.$client.pragma('wal_checkpoint(TRUNCATE)');
    copyFileSync(template.$client.name, file);
  }
  const db = openDatabase(file);
  await createUser(db, { email: 'ann@example.org', name: null, passwordHash: 'hash' });
  await createGuest(db, 'token');
  closeDatabase(db);
  return {
    dataDir,
    file,
    backup: path.join(folder, 'backups', 'one.db'),
    restore: (from: string) => restoreDatabase(from, { dataDir, migrationsFolder }),
    names: () => readdirSync(dataDir).sort(),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true }),
  };
}

const whyOf = (result: ReturnType<typeof restoreDatabase>) => (result.outcome === 'refused' ? result.why : 'restored');

/** Another process, as a server is one. `code` says a line when it has begun. */
async function started(code: string) {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return {
    kill: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
    [Symbol.dispose]: () => void child.kill('SIGKILL'),
  };
}

test('a backup and its restore bring everything back, and what stood there is kept', async () => {
  using data = await dataFolder();
  const { snapshot } = await backupDatabase(data.file, data.backup);
  expect(snapshot.rows).toMatchObject({ users: 1, learners: 2 });
  expect(statSync(data.backup).mode & 0o777).toBe(0o600);
  expect(readdirSync(path.dirname(data.backup))).toEqual(['one.db']);

  const db = openDatabase(data.file);
  await createUser(db, { email: 'ben@example.org', name: null, passwordHash: null });
  closeDatabase(db);
  const before = readFileSync(data.backup);
  const result = data.restore(data.backup);
  expect(result).toMatchObject({ outcome: 'restored', migrated: 0, snapshot: { rows: { users: 1, learners: 2 } } });
  expect(readFileSync(data.backup).equals(before)).toBe(true);
  expect(statSync(data.file).mode & 0o777).toBe(0o600);

  const restored = openDatabase(data.file);
  expect(await userByEmail(restored, 'ann@example.org')).toMatchObject({ role: 'owner', passwordHash: 'hash' });
  expect(await userByEmail(restored, 'ben@example.org')).toBeNull();
  expect(await guestByToken(restored, 'token')).not.toBeNull();
  closeDatabase(restored);
  const aside = openDatabase(result.outcome === 'restored' ? (result.aside ?? '') : '');
  expect(await userByEmail(aside, 'ben@example.org')).not.toBeNull();
  closeDatabase(aside);
});

test('a backup made while another process writes is the state of one moment', async () => {
  using data = await dataFolder();
  // Every transaction adds one guest and one visit of theirs: at any moment there are as many of the one as of the other.
  using writer = await started(`
    import { randomUUID } from 'node:crypto';
    import { openDatabase } from '#db/client';
    const { $client } = openDatabase(${JSON.stringify(data.file)});
    const learner = $client.prepare('insert into learners (id, guest_token_hash, created_at) values (?, ?, 1)');
    const visit = $client.prepare("insert into visits (learner_id, kind, item_id, visited_at) values (?, 'lesson', ?, 1)");
    const both = $client.transaction((id) => { learner.run(id, id); visit.run(id, 'x'.repeat(3000)); });
    for (let count = 0; ; count += 1) {
      both(randomUUID());
      if (count === 100) console.log('begun');
    }`);
  for (const name of ['one', 'two', 'three']) {
    const copy = path.join(data.dataDir, `${name}.db`);
    // Few pages at a time, so that many transactions of the writer fall between the first step and the last.
    const { snapshot } = await backupDatabase(data.file, copy, { pagesPerStep: 20 });
    const client = new Database(copy, { readonly: true });
    expect(damageOf(client)).toBeNull();
    const count = (sql: string) => (client.prepare(sql).get() as { n: number }).n;
    expect(count('select count(*) as n from visits')).toBeGreaterThan(100);
    expect(count('select count(*) as n from learners where user_id is null and created_at = 1')).toBe(
      count('select count(*) as n from visits'),
    );
    expect(count('select count(*) as n from visits')).toBe(snapshot.rows.visits);
    client.close();
  }
  await writer.kill();
});

test('a backup never takes the place of a file, and leaves nothing behind when it fails', async () => {
  using data = await dataFolder();
  await backupDatabase(data.file, data.backup);
  await expect(backupDatabase(data.file, data.backup)).rejects.toThrow('is there already');
  const size = statSync(data.file).size;
  // The second half of the pages are gone, as after a disk that lies.
  truncateSync(data.file, Math.floor(size / 8192) * 4096);
  const damaged = path.join(path.dirname(data.backup), 'two.db');
  await expect(backupDatabase(data.file, damaged)).rejects.toThrow();
  expect(readdirSync(path.dirname(data.backup))).toEqual(['one.db']);
});

test('nothing is restored while a server has the folder, and a killed server has it no longer', async () => {
  using data = await dataFolder();
  await backupDatabase(data.file, data.backup);
  const server = await started(`
    import { lockDataFolder } from '#db/data-folder-lock';
    globalThis.held = lockDataFolder(${JSON.stringify(data.dataDir)}, 'shared');
    console.log(held ? 'held' : 'refused');
    setInterval(() => undefined, 1000);`);
  using other = lockDataFolder(data.dataDir, 'shared');
  expect(other).not.toBeNull();
  other?.[Symbol.dispose]();
  expect(whyOf(data.restore(data.backup))).toMatch(/a server, or another command, works with/);
  await server.kill();
  expect(data.restore(data.backup)).toMatchObject({ outcome: 'restored' });
});

test('a server of a version that knew no lock is noticed by its open database', async () => {
  using data = await dataFolder();
  await backupDatabase(data.file, data.backup);
  using server = await started(`
    import { openDatabase } from '#db/client';
    globalThis.db = openDatabase(${JSON.stringify(data.file)});
    db.$client.prepare('select count(*) from users').get();
    console.log('open');
    setInterval(() => undefined, 1000);`);
  expect(whyOf(data.restore(data.backup))).toMatch(/stop it first/);
  expect(data.names().filter((name) => /restor/.test(name))).toEqual([]);
  await server.kill();
  expect(data.restore(data.backup)).toMatchObject({ outcome: 'restored' });
});

test('no server starts on a folder that a restore works with', async () => {
  using data = await dataFolder();
  using lock = lockDataFolder(data.dataDir, 'exclusive');
  expect(lock).not.toBeNull();
  expect(lockDataFolder(data.dataDir, 'exclusive')).toBeNull();
  expect(lockDataFolder(data.dataDir, 'shared')).toBeNull();
});

test('what is no sound database of Underpin is refused with the reason, and nothing changes', async () => {
  using data = await dataFolder();
  const { backup } = data;
  await backupDatabase(data.file, backup);
  const before = readFileSync(data.file);
  const folder = path.dirname(backup);
  const at = (name: string) => path.join(folder, name);

  writeFileSync(at('text.db'), 'not a database');
  const foreign = new Database(at('foreign.db'));
  foreign.exec('create table songs (title)');
  foreign.close();
  copyFileSync(backup, at('cut.db'));
  truncateSync(at('cut.db'), Math.floor(statSync(backup).size / 8192) * 4096);
  copyFileSync(backup, at('scribbled.db'));
  const scribbled = readFileSync(at('scribbled.db'));
  scribbled.fill(0xff, 4096 * 3, 4096 * 6);
  writeFileSync(at('scribbled.db'), scribbled);
  copyFileSync(backup, at('orphan.db'));
  const orphan = new Database(at('orphan.db'));
  orphan.pragma('foreign_keys = OFF');
  orphan.exec("insert into visits values ('nobody', 'lesson', 'adding', 1)");
  orphan.close();
  copyFileSync(backup, at('newer.db'));
  const newer = new Database(at('newer.db'));
  newer.exec("insert into __drizzle_migrations (hash, created_at) values ('later', 99999999999999)");
  newer.close();
  copyFileSync(backup, at('edition.db'));
  const edition = new Database(at('edition.db'));
  edition.exec("insert into __drizzle_migrations (hash, created_at) values ('theirs', 5)");
  edition.close();

  const refusals = {
    'missing.db': /there is no file/,
    '.': /is not a file/,
    'text.db': /is not an SQLite database/,
    'foreign.db': /not one of Underpin's/,
    'cut.db': /is damaged/,
    'scribbled.db': /is damaged/,
    'orphan.db': /damaged: a row of visits belongs to a row of learners that is not there/,
    'newer.db': /newer version of Underpin than this one; update this one first/,
    'edition.db': /another edition/,
  };
  for (const [name, why] of Object.entries(refusals)) expect(whyOf(data.restore(at(name))), name).toMatch(why);
  expect(whyOf(data.restore(data.file))).toMatch(/is the database itself/);
  expect(readFileSync(data.file).equals(before)).toBe(true);
  expect(data.names()).toEqual(['in-use.lock', 'underpin.db']);
});

test('a backup of an older version is brought up to this one', async () => {
  using data = await dataFolder();
  const older = path.join(data.dataDir, 'older.db');
  const client = new Database(older);
  const journal = JSON.parse(readFileSync(path.join(migrationsFolder, 'meta/_journal.json'), 'utf8')) as {
    entries: { tag: string; when: number }[];
  };
  const [first, ...later] = journal.entries;
  client.exec(readFileSync(path.join(migrationsFolder, `${first!.tag}.sql`), 'utf8'));
  client.exec('create table __drizzle_migrations (id serial primary key, hash text not null, created_at numeric)');
  client.prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)').run('first', first!.when);
  client.exec("insert into users (id, email, created_at) values ('usr_1', 'old@example.org', 1)");
  client.close();
  expect(data.restore(older)).toMatchObject({ outcome: 'restored', migrated: later.length });
  const db = openDatabase(data.file);
  expect(await userByEmail(db, 'old@example.org')).toMatchObject({ role: 'learner' });
  closeDatabase(db);
});

test('a copy of a running server’s files is restored with what still stands in its log', async () => {
  using data = await dataFolder();
  const db = openDatabase(data.file);
  await createUser(db, { email: 'cem@example.org', name: null, passwordHash: null });
  const copy = path.join(data.dataDir, 'copy.db');
  for (const suffix of ['', '-wal']) copyFileSync(data.file + suffix, copy + suffix);
  closeDatabase(db);
  expect(data.restore(copy)).toMatchObject({ outcome: 'restored', snapshot: { rows: { users: 2 } } });
});

test('a database that is too damaged to be opened is put aside with its log, and none is needed', async () => {
  using data = await dataFolder();
  await backupDatabase(data.file, data.backup);
  writeFileSync(data.file, 'nothing that SQLite knows');
  writeFileSync(`${data.file}-wal`, 'a log');
  const result = data.restore(data.backup);
  expect(result).toMatchObject({ outcome: 'restored' });
  const aside = result.outcome === 'restored' ? result.aside! : '';
  expect(readFileSync(aside, 'utf8')).toBe('nothing that SQLite knows');
  expect(readFileSync(`${aside}-wal`, 'utf8')).toBe('a log');
  rmSync(data.dataDir, { recursive: true });
  expect(data.restore(data.backup)).toMatchObject({ outcome: 'restored', aside: null });
  expect(data.names()).toEqual(['in-use.lock', 'underpin.db']);
});
