import { expect, test } from 'vitest';
import { laidOutLate, textHeightRem } from '#components/late-layout';

test('the height of a text is guessed from its letters and its lines, not from its markup', () => {
  const words = 'word '.repeat(60);
  expect(textHeightRem(`<p class="a-long-name-of-a-class">${words}</p>`)).toBe(textHeightRem(`<p>${words}</p>`));
  expect(textHeightRem(`<p>${words}${words}</p>`)).toBeGreaterThan(textHeightRem(`<p>${words}</p>`));
  // Code does not wrap, and each of its lines takes one however short it is.
  expect(textHeightRem('<pre>a\nb\nc\nd</pre>')).toBeGreaterThan(textHeightRem('<pre>a</pre>'));
});

test('what is laid out late keeps a place of the guessed height', () => {
  expect(laidOutLate(12.2)).toEqual({ 'data-late': '', style: { '--height-guess': '13rem' } });
});
