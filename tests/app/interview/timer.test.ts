import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { clockFace, spokenWords, Timer } from '../../../app/interview/mocks/[mock]/room/timer.tsx';

const minuteMs = 60_000;

test('the clock reads as clocks do, and 00:00 is the end and nothing before it', () => {
  expect(clockFace(45 * minuteMs)).toBe('45:00');
  expect(clockFace(45 * minuteMs - 1)).toBe('45:00');
  expect(clockFace(90 * minuteMs)).toBe('1:30:00');
  expect(clockFace(61_000)).toBe('01:01');
  expect(clockFace(1)).toBe('00:01');
  expect(clockFace(0)).toBe('00:00');
  expect(clockFace(-5000)).toBe('00:00');
});

test('what is read out changes at ten minutes, five and one, and not with each second', () => {
  const spoken = new Set<string>();
  for (let leftMs = 45 * minuteMs; leftMs > 0; leftMs -= 1000) spoken.add(spokenWords(leftMs));
  expect([...spoken]).toEqual([
    '',
    'Less than 10 minutes are left.',
    'Less than 5 minutes are left.',
    'Less than a minute is left.',
  ]);
  expect(spokenWords(0)).toBe('');
});

test('a clock that stands still says so', () => {
  const html = renderToStaticMarkup(createElement(Timer, { leftMs: 10 * minuteMs, isPaused: true }));
  expect(html).toContain('The clock is stopped.');
  expect(html).not.toContain('are left.');
});
