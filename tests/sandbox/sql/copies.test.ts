import type pg from 'pg';
import { expect, test } from 'vitest';
import { copiesOn, createCopies, emptyShelf, type Shelf } from '#sandbox/sql/copies';
import { noneWaiting } from '#sandbox/sql/waiting';

/** Copies of made-up databases; `settled` resolves when nothing is being made. */
function warehouse(readyMax: number, names: string[]) {
  const shelves = names.map((name) => emptyShelf(name, Promise.resolve()));
  const pending = new Set<Promise<void>>();
  let made = 0;
  const query = async (text: string): Promise<void> => {
    // A copy that is made only to be given up would be made for ever.
    if (text.startsWith('create database') && ++made > 50) throw new Error('too many copies');
  };
  const copies = createCopies({
    admin: { query } as unknown as pg.Pool,
    shelves: () => shelves,
    readyMax,
    leased: () => 0,
    closed: () => false,
    ownRole: (name) => name,
    retire: async () => undefined,
    open: () => noneWaiting,
    track: (work) => {
      pending.add(work);
      void work.finally(() => pending.delete(work));
    },
  });
  const settled = async (): Promise<void> => {
    while (pending.size > 0) await Promise.all(pending);
  };
  const ready = (): number[] => shelves.map((shelf) => copiesOn(shelf).length);
  return { shelves: shelves as [Shelf, ...Shelf[]], copies, settled, ready, made: () => made };
}

test('a template that would lose its copy to those used later has none made, and the server comes to rest', async () => {
  const { shelves, copies, settled, ready, made } = warehouse(2, ['oldest', 'middle', 'newest']);
  for (const shelf of shelves.toReversed()) await copies.take(shelf, 'write');
  await settled();
  // Each taker had one made; of those that wait, the two used last have theirs.
  expect(ready()).toEqual([0, 1, 1]);
  expect(made()).toBeLessThan(10);
});

test('one that is used last has its copies at the cost of the others', async () => {
  const { shelves, copies, settled, ready } = warehouse(2, ['oldest', 'middle', 'newest']);
  for (const shelf of shelves) await copies.take(shelf, 'write');
  await settled();
  expect(ready()).toEqual([0, 1, 1]);
});
