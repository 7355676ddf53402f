import { expect, test } from 'vitest';
import { countWords } from '#lib/count-words';

test('words are counted alike everywhere, and signs that stand alone are none', () => {
  expect(countWords('')).toBe(0);
  expect(countWords(' \n — -> ')).toBe(0);
  expect(countWords("one – two\n3 -> l'été")).toBe(4);
});
