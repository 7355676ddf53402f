import { expect, test } from 'vitest';
import type { Me } from '#components/me';
import { matchingCommands, paletteCommands } from '#components/palette-commands';
import type { SearchDocument } from '#lib/search';

type Known = Pick<Me, 'learner' | 'lastVisited' | 'due'>;
const nothing: Known = { learner: { kind: 'none' }, lastVisited: null, due: 0 };
const account: Extract<Me['learner'], { kind: 'account' }> = {
  ...{ kind: 'account', id: 'lrn_ada', email: 'ada@example.com', name: null, owner: false, formerly: [] },
};
const joins: SearchDocument = {
  ...{ kind: 'lesson', id: 'joins', title: 'Joining tables', path: '/learn/databases/joins', context: 'Databases' },
  summary: '',
};
const ids = (me: Known | null, query = '') =>
  matchingCommands(paletteCommands({ me, documents: [joins], singleKeys: true }), query).map(({ id }) => id);

test('guests may sign in, accounts may sign out, and before it is known who is there neither is offered', () => {
  expect(ids(nothing)).toEqual(expect.arrayContaining(['sign-in', 'sign-up']));
  expect(ids(nothing)).not.toContain('sign-out');
  expect(ids({ ...nothing, learner: account })).toEqual(expect.arrayContaining(['account', 'sign-out']));
  expect(ids({ ...nothing, learner: account })).not.toContain('sign-in');
  expect(ids(null)).toEqual(ids(null).filter((id) => !/^(sign|account)/.test(id)));
});

test('a page is found by what one wants to do there', () => {
  expect(ids(nothing, 'story')).toContain('stories');
  expect(ids(nothing, 'delete')).toContain('data');
  expect(ids(nothing, 'export')).toContain('data');
});

test('what was open last comes first, and not when it has left the content', () => {
  const me: Known = { ...nothing, lastVisited: { kind: 'lesson', id: 'joins' } };
  const [first] = paletteCommands({ me, documents: [joins], singleKeys: true });
  expect(first).toMatchObject({ label: 'Where you left off: Joining tables', does: { kind: 'go', path: joins.path } });
  expect(ids({ ...nothing, lastVisited: { kind: 'exercise', id: 'joins' } })).not.toContain('continue');
});

test('what is due for review is said with its number, and nothing is when nothing is due', () => {
  const [first] = paletteCommands({ me: { ...nothing, due: 3 }, documents: [], singleKeys: true });
  expect(first).toMatchObject({ label: 'Review 3 cards due', does: { kind: 'go', path: '/review' } });
  expect(ids(nothing)).not.toContain('due');
});

test('the page of the operator is offered to owners alone', () => {
  expect(ids({ ...nothing, learner: { ...account, owner: true } })).toContain('operator');
  expect(ids({ ...nothing, learner: account })).not.toContain('operator');
});

test('a command is found by the beginnings of its words, in any order, and by other names for it', () => {
  const me = { ...nothing, learner: account };
  expect(ids(me, 'sign out')).toEqual(['sign-out']);
  expect(ids(me, 'logout')).toEqual(['sign-out']);
  expect(ids(me, 'theme da')).toEqual(['theme-light', 'theme-dark']);
  expect(ids(me, 'dark')).toEqual(['theme-dark']);
  expect(ids(me, 'idempotency')).toEqual([]);
});
