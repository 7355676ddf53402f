import path from 'node:path';
import { z } from 'zod';
import { exerciseFault } from '../faults.ts';

/** The files of one test as its author sees them: those of the service, and what it did with them. */
export type FilesSeen = {
  write: (path: string, text: string) => void;
  /** Null where there is no such file. */
  read: (path: string) => string | null;
  /** The paths of all files at or below a folder, sorted. */
  list: (folder?: string) => string[];
  /** What the service did, in order; `path` is where it led. */
  calls: () => FileCall[];
};

export type FileCall = { op: Operation; path: string };

const operations = ['read', 'list', 'exists', 'remove', 'write'] as const;
type Operation = (typeof operations)[number];

const callSchema = z.object({ op: z.enum(operations), path: z.string(), text: z.string().optional() });

const filesMax = 500;
const charsInAllMax = 1024 * 1024;
const pathCharsMax = 4096;

export type Files = { seen: FilesSeen; answer: (payload: string) => string };

/**
 * A tree of files in memory. `..` climbs as in a real one, up to the root of this tree and no further: nothing in it
 * has anything to do with the disk of the machine.
 */
export function createFiles(): Files {
  const texts = new Map<string, string>();
  const calls: FileCall[] = [];
  let chars = 0;

  const isFolder = (place: string): boolean => {
    const prefix = place === '/' ? '/' : `${place}/`;
    return place === '/' || [...texts.keys()].some((name) => name.startsWith(prefix));
  };
  const fileAbove = (place: string): boolean => {
    for (let above = path.posix.dirname(place); above !== '/'; above = path.posix.dirname(above)) {
      if (texts.has(above)) return true;
    }
    return false;
  };
  const put = (place: string, text: string): Failure | null => {
    if (isFolder(place)) return failure('EISDIR', 'illegal operation on a directory', 'open', place);
    if (fileAbove(place)) return failure('ENOTDIR', 'not a directory', 'open', place);
    const grown = chars + text.length - (texts.get(place)?.length ?? 0);
    if (grown > charsInAllMax || (!texts.has(place) && texts.size >= filesMax)) {
      return failure('ENOSPC', 'no space left on device', 'write', place);
    }
    chars = grown;
    texts.set(place, text);
    return null;
  };
  const absent = (place: string, syscall: string): Failure =>
    fileAbove(place)
      ? failure('ENOTDIR', 'not a directory', syscall, place)
      : failure('ENOENT', 'no such file or directory', syscall, place);
  const act = (op: Operation, place: string, text: string): Failure | { value: unknown } => {
    const found = texts.get(place);
    switch (op) {
      case 'exists':
        return { value: found !== undefined || isFolder(place) };
      case 'read':
        if (found !== undefined) return { value: found };
        return isFolder(place)
          ? failure('EISDIR', 'illegal operation on a directory', 'read', place)
          : absent(place, 'open');
      case 'list': {
        if (found !== undefined) return failure('ENOTDIR', 'not a directory', 'scandir', place);
        if (!isFolder(place)) return absent(place, 'scandir');
        const start = place === '/' ? 1 : place.length + 1;
        const inside = [...texts.keys()].filter((name) => name.startsWith(place === '/' ? '/' : `${place}/`));
        return { value: [...new Set(inside.map((name) => name.slice(start).split('/')[0]))].sort() };
      }
      case 'remove':
        if (found === undefined) return absent(place, 'unlink');
        chars -= found.length;
        texts.delete(place);
        return { value: null };
      case 'write':
        return put(place, text) ?? { value: null };
    }
  };

  return {
    seen: {
      write: (name, text) => {
        const refused = put(absolute(name), text);
        if (refused) throw exerciseFault(`files.write("${name}") of the exercise failed: ${refused.error.message}.`);
      },
      read: (name) => texts.get(absolute(name)) ?? null,
      list: (folder = '/') => {
        const place = absolute(folder);
        const below = place === '/' ? '/' : `${place}/`;
        return [...texts.keys()].filter((name) => name === place || name.startsWith(below)).sort();
      },
      calls: () => structuredClone(calls),
    },
    answer: (payload) => {
      const { op, path: asked, text = '' } = callSchema.parse(JSON.parse(payload));
      const place = absolute(asked);
      if (asked.includes('\0'))
        return JSON.stringify(failure('ERR_INVALID_ARG_VALUE', 'a path has no null bytes', op, ''));
      if (asked.length > pathCharsMax) return JSON.stringify(failure('ENAMETOOLONG', 'name too long', op, ''));
      calls.push({ op, path: place });
      return JSON.stringify(act(op, place, text));
    },
  };
}

/** Relative paths begin at the top as well: the service's working folder is `/`. */
const absolute = (name: string): string => path.posix.resolve('/', name);

type Failure = { error: { name: string; message: string; code: string } };

/** As Node words it: `ENOENT: no such file or directory, open '/srv/a'`. */
function failure(code: string, words: string, syscall: string, place: string): Failure {
  const where = place === '' ? '' : ` '${place}'`;
  return { error: { name: 'Error', message: `${code}: ${words}, ${syscall}${where}`, code } };
}
