import { expect, test } from 'vitest';
import type { Me } from '#components/me';
import { matchingCommands, paletteCommands } from '#components/palette-commands';
import type { SearchDocument } from '#lib/search';

const nothing: Me = {
  learner: { kind: 'none' },
  lessons: {},
  exercises: {},
  selfScores: {},
  lastVisited: null,
  due: 0,
  level: null,
};
const account: Me['learner'] = {
  ...{ kind: 'account', id: 'lrn_ada', email: 'ada@example.com', name: null, owner: false, formerly: [] },
};
const joins: SearchDocument = {
  ...{ kind: 'lesson', id: 'joins', title: 'Joining tables', path: '/learn/databases/joins', context: 'Databases' },
  summary: '',
};
const ids = (me: Me | null, query = '') =>
  matchingCommands(paletteCommands({ me, documents: [joins], singleKeys: true }), query).map(({ id }) => id);

test('guests may sign in, accounts may sign out, and before it is known who is there neither is offered', () => {
  expect(ids(nothing)).toEqual(expect.arrayContaining(['sign-in', 'sign-up']));
  expect(ids(nothing)).not.toContain('sign-out');
  expect(ids({ ...nothing, learner: account })).toEqual(expect.arrayContaining(['account', 'sign-out']));
  expect(ids({ ...nothing, learner: account })).not.toContain('sign-in');
  expect(ids(null)).toEqual(ids(null).filter((id) => !/^(sign|account)/.test(id)));
});

test('what was open last comes first, and not when it has left the content', () => {
  const me: Me = { ...nothing, lastVisited: { kind: 'lesson', id: 'joins' } };
  const [first] = paletteCommands({ me, documents: [joins], singleKeys: true });
  expect(first).toMatchObject({ label: 'Where you left off: Joining tables', does: { kind: 'go', path: joins.path } });
  expect(ids({ ...nothing, lastVisited: { kind: 'exercise', id: 'joins' } })).not.toContain('continue');
});

test('a command is found by the beginnings of its words, in any order, and by other names for it', () => {
  const me = { ...nothing, learner: account };
  expect(ids(me, 'sign out')).toEqual(['sign-out']);
  expect(ids(me, 'logout')).toEqual(['sign-out']);
  expect(ids(me, 'theme da')).toEqual(['theme-light', 'theme-dark']);
  expect(ids(me, 'dark')).toEqual(['theme-dark']);
  expect(ids(me, 'idempotency')).toEqual([]);
});
