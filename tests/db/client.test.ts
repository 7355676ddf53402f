import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { closeDatabase, migrateDatabase, openDatabase } from '#db/client';
import { temporaryDatabase } from './temporary-database.ts';

const migrations = path.join(import.meta.dirname, '../../db/migrations');

test('a submission that is stored survives a power cut: every commit is flushed', () => {
  using db = temporaryDatabase();
  expect(db.$client.pragma('synchronous', { simple: true })).toBe(2);
  expect(db.$client.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(db.$client.pragma('foreign_keys', { simple: true })).toBe(1);
});

test('migrating twice changes nothing, and the file is for its owner alone', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'underpin-db-'));
  const file = path.join(folder, 'data', 'underpin.db');
  const db = openDatabase(file);
  migrateDatabase(db, migrations);
  const tables = () => db.$client.prepare("select sql from sqlite_master where type = 'table'").all();
  const before = tables();
  migrateDatabase(db, migrations);
  expect(tables()).toEqual(before);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
  closeDatabase(db);
  rmSync(folder, { recursive: true });
});
