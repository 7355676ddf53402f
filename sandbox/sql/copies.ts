import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { sqlLimits } from './limits.ts';
import { learnersName } from './template.ts';
import { noneWaiting, type As, type Waiting } from './waiting.ts';

export type Access = 'read' | 'write';

export type Credentials = { database: string; password: string };

/** A database that is nobody's yet, with connections that wait in it. */
export type Copy = Credentials & { waiting: Waiting };

/** The copies of one template that wait for their use, by what their roles may do. */
export type Shelf = {
  template: string;
  built: Promise<void>;
  untouched: Record<Access, Row>;
  /** Have been read, and serve readers again. */
  readers: Copy[];
};

/**
 * `keep`: so many copies are kept ready, one more each time that the one being made was too late. `wanted`: so many
 * connections their takers have asked for.
 */
type Row = { ready: Copy[]; preparing: number; keep: number; wanted: Record<As, number> };

export type Copies = {
  /** A copy for its taker alone: one that is ready, or one made while they wait. Rejects when the template does not load. */
  take: (shelf: Shelf, access: Access) => Promise<Copy>;
  /** Gives up the copies used longest ago that are too many; to be called when a shelf has got one. */
  trim: () => void;
};

type Options = {
  admin: pg.Pool;
  /** Used longest ago first. */
  shelves: () => Iterable<Shelf>;
  readyMax: number;
  leased: () => number;
  closed: () => boolean;
  /** Notes a role as ours before it is made. */
  ownRole: (name: string) => string;
  retire: (copy: Copy) => Promise<void>;
  /** Opens connections that wait in a copy. */
  open: (to: Credentials, wanted: Record<As, number>) => Waiting;
  /** Work that `settled` waits for. */
  track: (work: Promise<void>) => void;
};

/** A submission with tests of its own uses a database for each, one after the other; four are made while it runs. */
const keepMax = 4;

const quietMsMax = 300;
const quietLookMs = 10;

/** A role with all rights of the copy's own role, which the learner cannot alter. */
export const judgeOf = (database: string) => `judge_${database}`;

export const emptyShelf = (template: string, built: Promise<void>): Shelf => ({
  template,
  built,
  untouched: { read: emptyRow(), write: emptyRow() },
  readers: [],
});

const emptyRow = (): Row => ({ ready: [], preparing: 0, keep: 1, wanted: { owner: 0, judge: 0 } });

export const copiesOn = ({ untouched: { read, write }, readers }: Shelf): Copy[] => [
  ...read.ready,
  ...write.ready,
  ...readers,
];

/** A build or a copy under way would fail if its template went away. */
export const isBusy = ({ untouched: { read, write } }: Shelf): boolean => read.preparing + write.preparing > 0;

/**
 * Copies databases with their roles and grants, ahead of their use where it can: 12 ms, and 250 ms on a journal-less
 * ext4 that is kept busy with making and deleting files.
 */
export function createCopies({
  admin,
  shelves,
  readyMax,
  leased,
  closed,
  ownRole,
  retire,
  open,
  track,
}: Options): Copies {
  const copy = async ({ template, built }: Shelf, access: Access): Promise<Credentials> => {
    await built;
    const database = `run_${randomBytes(12).toString('hex')}`;
    const password = randomBytes(24).toString('base64url');
    const login = `login connection limit ${sqlLimits.connectionsMax} password '${password}'`;
    await admin.query(`create database ${database} template ${template} strategy file_copy`);
    const make = `create role ${ownRole(database)} ${login}`;
    await admin.query(
      access === 'read'
        ? `${make}; grant pg_read_all_data to ${database}`
        : `${make}; grant ${learnersName} to ${database} with inherit true, set false;
           grant create on database ${database} to ${database};
           create role ${ownRole(judgeOf(database))} ${login} in role ${database}`,
    );
    return { database, password };
  };

  const counted = async (shelf: Shelf, access: Access, moment: Promise<void>): Promise<Credentials | null> => {
    const row = shelf.untouched[access];
    row.preparing += 1;
    try {
      await moment;
      return closed() ? null : await copy(shelf, access);
    } finally {
      row.preparing -= 1;
    }
  };

  /** One that `trim` would take away at once would be made again, for ever. */
  const isRoomFor = (shelf: Shelf): boolean => {
    const all = [...shelves()];
    const kept = all.slice(Math.max(0, all.indexOf(shelf)));
    return kept.reduce((sum, one) => sum + copiesOn(one).length, 0) < readyMax;
  };

  const prepareNext = (shelf: Shelf, access: Access) => {
    const row = shelf.untouched[access];
    if (closed() || row.ready.length + row.preparing >= row.keep || !isRoomFor(shelf)) return;
    // With none left the next lease would copy one itself, while somebody waits.
    const moment = row.ready.length > 0 ? quiet(leased, closed) : Promise.resolve();
    track(
      counted(shelf, access, moment)
        .then((credentials) => {
          if (credentials === null) return;
          row.ready.push({ ...credentials, waiting: open(credentials, row.wanted) });
          trim();
          prepareNext(shelf, access);
        })
        .catch(() => undefined),
    );
  };

  /** Copies that wait for use cost 8 MB of disk each; those of the template used longest ago go first. */
  const trim = () => {
    const all = [...shelves()];
    let waiting = all.reduce((sum, shelf) => sum + copiesOn(shelf).length, 0);
    for (const { untouched, readers } of all) {
      const { read, write } = untouched;
      for (const row of [write.ready, read.ready, readers]) {
        while (waiting > readyMax && row.length > 0) {
          waiting -= 1;
          read.keep = write.keep = 1;
          const one = row.shift();
          if (one !== undefined) track(retire(one).catch(() => undefined));
        }
      }
    }
  };

  return {
    take: async (shelf, access) => {
      const used = access === 'read' ? shelf.readers.pop() : undefined;
      if (used !== undefined) return used;
      const row = shelf.untouched[access];
      if (row.ready.length === 0 && row.preparing > 0) row.keep = Math.min(row.keep + 1, keepMax);
      const ready = row.ready.shift();
      const made = ready ?? (await counted(shelf, access, Promise.resolve()));
      if (made === null) throw new Error('the database server is closing');
      prepareNext(shelf, access);
      return ready ?? { ...made, waiting: noneWaiting };
    },
    trim,
  };
}

/**
 * Copying and dropping a database keep both the server and the disk busy, and connections opened meanwhile take three
 * times as long. So they wait until nobody holds a database, for a while at most.
 */
export async function quiet(leased: () => number, closed: () => boolean): Promise<void> {
  const deadlineMs = performance.now() + quietMsMax;
  while (leased() > 0 && !closed() && performance.now() < deadlineMs) await sleep(quietLookMs);
}
