import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { coverageMarkdown } from './coverage-markdown.ts';

test('docs/coverage.md is up to date', async () => {
  const file = path.join(import.meta.dirname, '../../docs/coverage.md');
  const formatted = await format(coverageMarkdown(), { ...(await resolveConfig(file)), parser: 'markdown' });
  await expect(
    formatted,
    'Lessons, exercises or content/coverage.yaml have changed since docs/coverage.md was made. Make it anew: npx vitest -u run --config tests/vitest.config.ts tests/content/coverage.test.ts',
  ).toMatchFileSnapshot('../../docs/coverage.md');
});
