import { expect, test } from 'vitest';
import { EmptyState, ErrorState, LoadingState, OfflineState } from '#components/state-block';
import { htmlOf, wordsOf } from './render.ts';

test('what is empty says so in words and is not announced: nothing has happened', () => {
  const props = { title: 'No exercises match.', children: 'Clear one of the filters.' };
  expect(wordsOf(EmptyState, props)).toBe('No exercises match. Clear one of the filters.');
  expect(htmlOf(EmptyState, props)).not.toMatch(/role=/);
});

test('an error is announced where the reader waited for what failed, and there alone', () => {
  expect(htmlOf(ErrorState, { title: 'The list could not be loaded.' })).not.toMatch(/role=/);
  expect(htmlOf(ErrorState, { title: 'The list could not be loaded.', announce: true })).toMatch(/role="alert"/);
});

test('being offline is announced without interrupting', () => {
  expect(htmlOf(OfflineState, { title: 'You are offline.' })).toMatch(/role="status"/);
});

test('where scripting is off a wait that would never end says so, and what works all the same', () => {
  const html = htmlOf(LoadingState, { title: 'On its way.', withoutScripts: 'The report opens without it.' });
  expect(/<noscript>(.*)<\/noscript>/.exec(html)?.[1]).toMatch(
    />JavaScript is off, and what belongs here needs it\. The report opens without it\.</,
  );
});

test('a wait has words for those who cannot see it, and room for what comes', () => {
  const html = htmlOf(LoadingState, { title: 'Your history is on its way.', lines: 3 });
  expect(html).toMatch(/aria-busy="true"/);
  expect(html).toMatch(/role="status"[^>]*>Your history is on its way\./);
  expect(html.match(/<span>/g)).toHaveLength(3);
  expect(html).toMatch(/aria-hidden="true"/);
});
