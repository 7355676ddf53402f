import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startSandbox } from '#sandbox/start';
import { benchGrading } from './bench/grading.ts';
import { benchLoad } from './bench/load.ts';
import { benchPages } from './bench/pages.ts';
import { withServer } from './bench/server.ts';
import { benchSql } from './bench/sql.ts';
import { table } from './bench/statistics.ts';
import { buildIsFresh } from './build-stamp.mjs';

// Measures, never judges: figures are compared with peers of the same run, because machines differ and days do too.
const root = path.join(import.meta.dirname, '..');
process.chdir(root);
if (!buildIsFresh(root)) {
  const build = spawnSync(process.execPath, ['scripts/build.ts'], { stdio: 'inherit' });
  if (build.status !== 0) process.exit(1);
}

const lesson = '/learn/career/what-backend-engineers-do';
const { pages, load } = await withServer(async (origin) => ({
  pages: await benchPages(origin, [lesson, '/learn', '/practice/dedupe-webhook-events', '/']),
  load: await benchLoad(origin),
}));

// The exercise that is graded lies outside content/, so that no learner meets it.
process.env['CONTENT_DIRS'] = path.join(import.meta.dirname, 'bench/content');
const sandbox = startSandbox({ onLine: () => undefined });
await sandbox.whenReady(30_000);
const grading = await benchGrading();
const sql = await benchSql('books-without-isbn');
await sandbox.stop();

const kb = (value: number) => value.toFixed(1);
const report = `# Benchmarks

Made by \`npm run bench\` on ${os.availableParallelism()} cores (${os.cpus()[0]?.model.trim() ?? 'unknown'}), Node ${process.version}, ${os.type()}. Compare lines of one table with each
other rather than with another machine's.

## A module with ten tests

One submission of TypeScript, graded. The peers run the same module and answer the same ten questions; only the first three are confined to a process
of their own with limits, a wall clock and a judge outside.

${table(grading)}

## A query on one data set

${table(sql)}

## Pages

Bytes after brotli, in KB, of what a page names in its HTML. The workbench loads its editor afterwards.

| page | scripts | styles | HTML |
|---|--:|--:|--:|
${pages.weights.map((page) => `| ${page.path} | ${kb(page.scriptKb)} | ${kb(page.styleKb)} | ${kb(page.htmlKb)} |`).join('\n')}

Ten requests at a time:

${table(pages.speed)}

## A full class

For ${load.seconds} s, ${load.learners} guests submit as often as they are allowed to, and pages are read beside them.

| | |
|---|--:|
${Object.entries(load.submissions)
  .map(([outcome, count]) => `| submissions: ${outcome} | ${count} |`)
  .join('\n')}
| from click to verdict, p50 and p95 | ${load.submitP50Ms.toFixed(0)} ms, ${load.submitP95Ms.toFixed(0)} ms |
| pages read | ${load.pages} |
| page, p50 and p95 | ${load.pageP50Ms.toFixed(0)} ms, ${load.pageP95Ms.toFixed(0)} ms |
`;
writeFileSync(path.join(root, 'docs/benchmarks.md'), report);
console.log(report);
process.exit(0);
