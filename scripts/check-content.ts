import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { contentRoots } from '#content/folders';
import { checkContent } from './check/check-content.ts';
import { openSandbox } from './open-sandbox.ts';
import { compilerSources, sourceHash } from './source-hash.ts';

/** Proves all content, or the folders that are named. `--accept` records the ids that are new. */

const { values, positionals } = parseArgs({
  options: { accept: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const startedAt = performance.now();
const roots = contentRoots();
await using sandbox = openSandbox(roots, { atATime: os.availableParallelism() });

const report = await checkContent({
  roots,
  folders: positionals.map((folder) => path.resolve(folder)),
  accept: values.accept,
  sandbox,
  cacheFolder: path.join(process.cwd(), '.cache'),
  compilerVersion: sourceHash(...compilerSources),
  proofVersion: sourceHash(
    'sandbox/**/*.{ts,py}',
    'scripts/check/*.ts',
    'scripts/open-sandbox.ts',
    'content/*.ts',
    'lib/verdict.ts',
  ),
});

for (const problem of report.problems) console.error(problem.message);
const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
const accepted = values.accept ? `, ${report.accepted} ids recorded` : '';
console.log(
  `content:check: ${report.lessons} lessons, ${report.exercises} exercises, ${report.questions} questions, ` +
    `${report.remembered} proved before, ${report.problems.length} problems${accepted} (${seconds} s)`,
);
if (report.problems.length > 0) process.exitCode = 1;
