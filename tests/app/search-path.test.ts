import { expect, test } from 'vitest';
import { searchPath, wordsIn } from '#app/search/search-path';

test('the words of a search come back from its address as they were typed', () => {
  for (const words of ['', 'pasword hash', 'a/b?c=d&q=e', '“caching” 100 %', '日本']) {
    expect(wordsIn(searchPath(words)), words).toBe(words);
  }
});

test('another page has no words, whatever stands behind its question mark', () => {
  for (const path of ['/practice?q=sql', '/searching?q=sql', '/', '/learn/apis/http']) expect(wordsIn(path)).toBeNull();
});
