import { expect, test } from 'vitest';
import ErrorPage from '../../app/error.tsx';
import { wordsOf } from '../components/render.ts';

const retry = () => undefined;

test('code that the server has no more after a deploy is told as an old page, with a way to reload', () => {
  const gone = Object.assign(new Error('Failed to load chunk /_next/static/chunks/a.js'), { name: 'ChunkLoadError' });
  const imported = new TypeError('Failed to fetch dynamically imported module: /_next/static/chunks/a.js');
  for (const error of [gone, imported]) {
    const words = wordsOf(ErrorPage, { error, retry });
    expect(words).toContain('This page is older than the server');
    expect(words).toContain('Nothing you wrote is lost');
    expect(words).toContain('Reload the page');
  }
});

test('a fault of ours is told as one', () => {
  const words = wordsOf(ErrorPage, { error: new Error('boom'), retry });
  expect(words).toContain('The fault is ours');
  expect(words).toContain('Try again');
});
