import { expect, test } from 'vitest';
import { opensSearch } from '#components/search-keys';

/** Stands in for an element: within what one of these selectors' parts says. */
const inside = (part: string) =>
  ({ closest: (selector: string) => (selector.includes(part) ? {} : null) }) as unknown as EventTarget;

const nothing = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false };
const key = (name: string, more: Partial<KeyboardEvent> = {}, target: EventTarget | null = null) => ({
  ...{ ...nothing, key: name, defaultPrevented: false, ...more },
  target,
});
const pc = { mac: false, singleKeys: true };
const mac = { mac: true, singleKeys: true };

test('Ctrl-K opens the search on a PC, Cmd-K on a Mac, and neither the other way round', () => {
  expect(opensSearch(key('k', { ctrlKey: true }), pc)).toBe(true);
  expect(opensSearch(key('K', { ctrlKey: true }), pc)).toBe(true);
  expect(opensSearch(key('k', { metaKey: true }), pc)).toBe(false);
  expect(opensSearch(key('k', { metaKey: true }), mac)).toBe(true);
  // On a Mac this deletes to the end of the line.
  expect(opensSearch(key('k', { ctrlKey: true }), mac)).toBe(false);
  expect(opensSearch(key('k', { ctrlKey: true, shiftKey: true }), pc)).toBe(false);
  expect(opensSearch(key('k'), pc)).toBe(false);
});

test('the code editor keeps Ctrl-K, with which its own commands begin', () => {
  expect(opensSearch(key('k', { ctrlKey: true }, inside('.monaco-editor')), pc)).toBe(false);
  expect(opensSearch(key('k', { ctrlKey: true }, inside('textarea')), pc)).toBe(true);
});

test('/ opens the search, except where text is typed', () => {
  expect(opensSearch(key('/'), pc)).toBe(true);
  expect(opensSearch(key('/', { shiftKey: true }), pc)).toBe(true);
  for (const field of ['textarea', 'input:not', 'select', 'contenteditable', 'textbox', '.monaco-editor']) {
    expect(opensSearch(key('/', {}, inside(field)), pc), field).toBe(false);
  }
  expect(opensSearch(key('/', { ctrlKey: true }), pc)).toBe(false);
});

test('/ does nothing once single keys are switched off; Ctrl-K still works', () => {
  expect(opensSearch(key('/'), { ...pc, singleKeys: false })).toBe(false);
  expect(opensSearch(key('k', { ctrlKey: true }), { ...pc, singleKeys: false })).toBe(true);
});

test('a key that something else has taken, or that composes a character, is left alone', () => {
  expect(opensSearch(key('/', { defaultPrevented: true }), pc)).toBe(false);
  expect(opensSearch(key('/', { isComposing: true }), pc)).toBe(false);
  expect(opensSearch(key('k', { ctrlKey: true, altKey: true }), pc)).toBe(false);
});
