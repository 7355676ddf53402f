import { expect, test } from 'vitest';
import { returnPath } from '#app/account/return-path';

const origin = 'https://learn.example';

test('without a wish, signing in leads to progress', () => {
  expect(returnPath('', origin)).toBe('/progress');
});

test('a path of this site is kept with its query and fragment', () => {
  expect(returnPath('?callbackUrl=%2Flearn%3Flevel%3Dmid%23databases', origin)).toBe('/learn?level=mid#databases');
});

test('an absolute address of this site becomes its path', () => {
  expect(returnPath('?callbackUrl=https%3A%2F%2Flearn.example%2Faccount', origin)).toBe('/account');
});

test.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  'javascript:alert(1)',
  'https://learn.example.evil.example',
  'https://learn.example//evil.example',
  '/.//evil.example',
])('%s is refused as a place to return to', (wanted) => {
  expect(returnPath(`?callbackUrl=${encodeURIComponent(wanted)}`, origin)).toBe('/progress');
});
