import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Without times of an earlier run, files come by their size, and some of the longest are short to read. */
const isLong = ({ moduleId }: TestSpecification): boolean => /\/(hostile|lifecycle|labs)\.test\.ts$/.test(moduleId);

/** A file of a minute that begins last keeps one worker busy and the others idle. */
class LongOnesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  root: path.join(import.meta.dirname, '..'),
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**'],
    // Sandbox and database tests start real processes; two files at a time is what two cores carry.
    maxWorkers: 2,
    sequence: { sequencer: LongOnesFirst },
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
