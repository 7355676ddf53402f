import { readFileSync, statfsSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { lastBackupName } from '#db/backup';

const backupSchema = z.object({ at: z.coerce.date(), file: z.string(), bytes: z.number() });

export type Storage = {
  databaseBytes: number;
  /** What has been written and not yet taken into the database's file. */
  logBytes: number;
  freeBytes: number;
  diskBytes: number;
  /** The last that `npm run backup` made; null when it has made none that it remembers. */
  lastBackup: z.infer<typeof backupSchema> | null;
};

export function storageOf(dataDir: string): Storage {
  const bytes = (name: string) => statSync(path.join(dataDir, name), { throwIfNoEntry: false })?.size ?? 0;
  const disk = statfsSync(dataDir);
  return {
    databaseBytes: bytes('underpin.db'),
    logBytes: bytes('underpin.db-wal'),
    freeBytes: disk.bavail * disk.bsize,
    diskBytes: disk.blocks * disk.bsize,
    lastBackup: lastBackup(path.join(dataDir, lastBackupName)),
  };
}

function lastBackup(file: string): Storage['lastBackup'] {
  if (!statSync(file, { throwIfNoEntry: false })) return null;
  try {
    return backupSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // A note that cannot be read says nothing; the backups themselves are not touched by it.
    return null;
  }
}
