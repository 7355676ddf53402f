import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { failures, resultOf } from '#app/home/failures';
import { contentRoots } from '#content/folders';
import { openSandbox } from '#scripts/open-sandbox';
import { gradeFailure } from '#scripts/record-failures';

test(
  'the failures on the start page are what the sandbox says about those mistakes',
  { timeout: 120_000 },
  async () => {
    await using sandbox = openSandbox(contentRoots());
    for (const failure of failures) {
      const { durationMs, ...graded } = await gradeFailure(failure, sandbox);
      expect(durationMs).toBeGreaterThan(0);
      expect({ ...graded, durationMs: 0 }, `${failure.exerciseId}: run node scripts/record-failures.ts`).toEqual({
        ...resultOf(failure),
        durationMs: 0,
      });
      expect(graded.status).toMatch(/^(failed|errored)$/);
    }
  },
);

test('the code beside a failure on the start page is the code that failed', () => {
  for (const { folder, mistake, excerpts } of failures) {
    const source = readFileSync(path.join('content/tracks', folder, 'wrong', mistake), 'utf8');
    expect(excerpts.length).toBeGreaterThan(0);
    for (const excerpt of excerpts) expect(source).toContain(excerpt);
  }
});
