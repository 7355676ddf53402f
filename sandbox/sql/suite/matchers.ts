import { expect } from '#sandbox/expect';
import { exerciseFault } from '#sandbox/faults';
import { compareResults } from '../compare.ts';
import type { ResultSet } from '../query.ts';
import { difference } from './ends.ts';
import { suiteMessages } from './messages.ts';
import type { State } from './ran.ts';
import { setOf } from './rows.ts';

type Order = { order?: string[] };

/** A learner sees grids where rows differ, so these throw what holds them instead of a text. */
const matchers = {
  toEqualRows(this: { isNot?: boolean }, actual: unknown, expected: unknown, { order = [] }: Order = {}) {
    refuseNot(this);
    const wanted = setOf(expected);
    const got = setOf(actual);
    // Rows that an author wrote down have no columns when there are none of them.
    const shaped = wanted.fields.length === 0 ? { ...wanted, fields: got.fields } : wanted;
    const comparison = compareResults(shaped, got, order);
    if (!comparison.equal) throw difference({ message: comparison.message, grids: comparison.grids });
    return { pass: true, message: () => '' };
  },
  toEqualState(this: { isNot?: boolean }, actual: State, expected: State) {
    refuseNot(this);
    for (const { name, set } of expected.tables) {
      const found = actual.tables.find((table) => table.name === name);
      if (found === undefined) throw exerciseFault(`toEqualState: the state to judge has no table ${name}.`);
      compareTable(name, set, found.set);
    }
    return { pass: true, message: () => '' };
  },
};

// The library's own method takes the `expect` to extend first; its type knows the wrapped form alone.
(expect as unknown as { extend: (target: unknown, matchers: unknown) => void }).extend(expect, matchers);

/** Columns may stand in any order in a table. */
function compareTable(name: string, expected: ResultSet, actual: ResultSet): void {
  const names = (set: ResultSet) => set.fields.map((field) => field.name);
  const wanted = names(expected);
  if (wanted.toSorted().join('\n') !== names(actual).toSorted().join('\n')) {
    throw difference({ message: suiteMessages.tableColumns(name, wanted, names(actual)) });
  }
  const places = wanted.map((column) => names(actual).indexOf(column));
  const arranged: ResultSet = {
    fields: places.flatMap((place) => actual.fields[place] ?? []),
    rows: actual.rows.map((row) => places.map((place) => row[place] ?? null)),
  };
  const comparison = compareResults(expected, arranged);
  if (comparison.equal) return;
  const message = suiteMessages.tables(
    name,
    comparison.message.replace(/^Your query returned no rows;/, 'It is empty;'),
  );
  throw difference({ message, grids: comparison.grids });
}

function refuseNot({ isNot }: { isNot?: boolean }): void {
  if (isNot) throw exerciseFault('toEqualRows and toEqualState have no opposite: say what the rows should be.');
}
