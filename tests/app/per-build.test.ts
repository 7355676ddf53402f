import { expect, test, vi } from 'vitest';
import { perBuild } from '#app/per-build';
import { material, questions } from '#app/progress/material';
import { knownItems } from '#app/review/known-items';
import { steps } from '#app/steps';

vi.mock('#content/load', async () => (await import('./review-content.ts')).reviewContent);

test('what is made of the content is made again only when a part of it was read anew', () => {
  let [index, themes] = [['adding'], ['paging']];
  const make = vi.fn(() => [...index, ...themes]);
  const items = perBuild([() => index, () => themes], make);
  expect(make).not.toHaveBeenCalled();
  expect(items()).toBe(items());
  expect(make).toHaveBeenCalledTimes(1);
  themes = ['paging', 'sharding'];
  expect(items()).toEqual(['adding', 'paging', 'sharding']);
  index = [];
  expect(items()).toEqual(['paging', 'sharding']);
  expect(make).toHaveBeenCalledTimes(3);
});

test.each(Object.entries({ knownItems, steps, material, questions }))('%s makes its list once', (_, list) => {
  expect(list()).toBe(list());
});
