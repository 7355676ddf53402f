import { expect, test } from 'vitest';
import { defaultSettings, spacesOf, textSize } from '../../../app/practice/[exercise]/editor-settings.ts';
import { keyMap } from '../../../app/practice/[exercise]/key-map.ts';
import { CostWords } from '../../../app/practice/[exercise]/run-cost.tsx';
import { wordsOf } from '../../components/render.ts';

test('a tab is four spaces in Python and two elsewhere until the learner says something else', () => {
  expect([spacesOf(defaultSettings, 'python'), spacesOf(defaultSettings, 'sql')]).toEqual([4, 2]);
  expect(spacesOf({ ...defaultSettings, tabWidth: '8' }, 'python')).toBe(8);
});

test('a line is a whole number of pixels high at every size', () => {
  expect(textSize(defaultSettings)).toEqual({ sizePx: 14, linePx: 22 });
  expect(textSize({ ...defaultSettings, fontSizePx: '20' })).toEqual({ sizePx: 20, linePx: 31 });
});

test('the list of keys names those of the learner’s keyboard', () => {
  const pressFor = (platform: 'apple' | 'other', does: string) =>
    keyMap('code', platform)
      .flatMap(({ keys }) => keys)
      .find((key) => key.does.startsWith(does))?.press;
  expect(pressFor('apple', 'Submit')).toEqual([['⌘', '⇧', '↩']]);
  expect(pressFor('other', 'Submit')).toEqual([['Ctrl', 'Shift', 'Enter']]);
  expect(pressFor('other', 'Leave the editor')).toEqual([['Escape'], ['Tab']]);
});

test('the key that sends a request is listed where there is a request console', () => {
  const words = (kind: 'code' | 'http') => JSON.stringify(keyMap(kind, 'other'));
  expect(words('http')).toContain('send the request');
  expect(words('code')).not.toContain('send the request');
});

test('a run is compared with the reference in time, and in memory where both are known', () => {
  const own = { durationMs: 12, memoryKb: 4096 };
  const words = wordsOf(CostWords, { own, reference: { durationMs: 9, memoryKb: 2048 } });
  expect(words).toContain('Time for all tests 12 ms 9 ms');
  expect(words).toContain('Memory at most 4.0 MB 2.0 MB');
  expect(words).toContain('measured on this server');
  expect(wordsOf(CostWords, { own, reference: { durationMs: 9, memoryKb: null } })).not.toContain('Memory');
});
