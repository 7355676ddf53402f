import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { coverageMarkdown, remakeCoverage } from './coverage-markdown.ts';

test('docs/coverage.md is up to date', async () => {
  const file = path.join(import.meta.dirname, '../../docs/coverage.md');
  const formatted = await format(coverageMarkdown(), { ...(await resolveConfig(file)), parser: 'markdown' });
  await expect(
    formatted,
    `docs/coverage.md is older than the content that it counts. Make it anew with: ${remakeCoverage}`,
  ).toMatchFileSnapshot('../../docs/coverage.md');
}, 60_000);
