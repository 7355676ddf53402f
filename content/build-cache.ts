import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/** Results by the hash of all they were made from, so that a change of anything makes them anew and nothing else does. */
export type BuildCache = {
  hits: number;
  misses: number;
  /** Returns what `make` returned for the same `input` before, or calls it. Values must be JSON. */
  getOrMake: <Value>(kind: string, input: unknown, make: () => Promise<Value>) => Promise<Value>;
  /** Removes what nobody has asked for in two weeks. */
  sweep: () => void;
};

const unusedDaysMax = 14;
const dayMs = 24 * 60 * 60 * 1000;

/** `version` stands for the code that makes the values. */
export function openBuildCache(folder: string, version: string): BuildCache {
  mkdirSync(folder, { recursive: true });
  const cache: BuildCache = {
    hits: 0,
    misses: 0,
    async getOrMake<Value>(kind: string, input: unknown, make: () => Promise<Value>) {
      const key = createHash('sha256')
        .update(JSON.stringify([version, kind, input]))
        .digest('hex');
      const file = path.join(folder, `${key}.json`);
      const known = readKnown(file);
      if (known !== undefined) {
        cache.hits++;
        return known as Value;
      }
      cache.misses++;
      const value = await make();
      writeWhole(file, JSON.stringify(value));
      return value;
    },
    sweep() {
      for (const name of readdirSync(folder)) {
        const file = path.join(folder, name);
        const stats = statSync(file, { throwIfNoEntry: false });
        if (stats && Date.now() - stats.mtimeMs > unusedDaysMax * dayMs) unlinkSync(file);
      }
    },
  };
  return cache;
}

function readKnown(file: string): unknown {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats) return undefined;
  if (Date.now() - stats.mtimeMs > dayMs) utimesSync(file, new Date(), new Date());
  return JSON.parse(readFileSync(file, 'utf8')) as unknown;
}

/** A reader sees the old file or the new one, never half of one: two builds may run at the same time. */
export function writeWhole(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  const unfinished = `${file}.${process.pid}.tmp`;
  writeFileSync(unfinished, text);
  renameSync(unfinished, file);
}
