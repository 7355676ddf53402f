import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startSandbox } from '#sandbox/start';
import { parseArgs } from 'node:util';
import { sandboxHealth } from '#sandbox/client';
import { benchChildren } from './bench/children.ts';
import { benchGrading } from './bench/grading.ts';
import { benchKinds, subjects } from './bench/kinds.ts';
import { benchLoad } from './bench/load.ts';
import { treeMemoryMb } from './bench/memory.ts';
import { benchMixed, type MixedReport } from './bench/mixed.ts';
import { benchPages } from './bench/pages.ts';
import { withServer } from './bench/server.ts';
import { benchSql } from './bench/sql.ts';
import { table } from './bench/statistics.ts';
import { buildIsFresh } from './build-stamp.mjs';

// `--short` is for every day: fewer runs, and nothing is written.
const { values: asked } = parseArgs({ options: { short: { type: 'boolean', default: false } } });
const size = asked.short
  ? { kinds: 60, children: 200, mixed: 1000, load: { learners: 20, seconds: 15 } }
  : { kinds: 200, children: 600, mixed: 10_000, load: { learners: 50, seconds: 60 } };

// Measures, never judges: figures are compared with peers of the same run, because machines differ and days do too.
const root = path.join(import.meta.dirname, '..');
process.chdir(root);
if (!buildIsFresh(root)) {
  const build = spawnSync(process.execPath, ['scripts/build.ts'], { stdio: 'inherit' });
  if (build.status !== 0) process.exit(1);
}

const lesson = '/learn/career/what-backend-engineers-do';
const { restMb, pages, load } = await withServer(async (origin, pid) => ({
  restMb: treeMemoryMb(pid),
  pages: await benchPages(origin, [lesson, '/learn', '/practice/dedupe-webhook-events', '/']),
  load: await benchLoad(origin, size.load),
}));

// The exercise that is graded lies outside content/, so that no learner meets it.
process.env['CONTENT_DIRS'] = path.join(import.meta.dirname, 'bench/content');
const sandbox = startSandbox({ onLine: () => undefined });
await sandbox.whenReady(30_000);
const grading = await benchGrading();
const sql = await benchSql('books-without-isbn');
const sandboxPid = await pidOfSandbox();
const beforePythonMb = treeMemoryMb(sandboxPid) ?? 0;
const kinds = await benchKinds(size.kinds);
const withPythonMb = treeMemoryMb(sandboxPid) ?? 0;
const all = subjects();
const mixed = await benchMixed(all, { runs: size.mixed, inFlight: 4, pid: sandboxPid });
await sandbox.stop();
const children = await benchChildren([1, 2, 4], size.children);

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

## Every kind

${table(kinds)}

## How many children

${table(children)}

## Honest work beside hostile work

${mixed.runs} runs of all kinds above, ${mixed.inFlight} at a time, of which ${mixed.hostile} are loops, allocation bombs and floods of output. The times are those of the honest ones; the goal is five
times at most.

${mixedTable(mixed)}

## Memory

Shared memory is counted once. The goals are 350 MB at rest without Python and 600 MB with it.

| | MB |
|---|--:|
| the whole service at rest: web process, sandbox, children, PostgreSQL | ${restMb?.toFixed(0) ?? '–'} |
| the sandbox and all below it, before Python was needed | ${beforePythonMb.toFixed(0)} |
| the same once each kind has run, Python too | ${withPythonMb.toFixed(0)} |
| before the runs of the table above, at their highest, and after them | ${mixed.memoryMb.before.toFixed(0)}, ${mixed.memoryMb.peak.toFixed(0)}, ${mixed.memoryMb.after.toFixed(0)} |

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
if (!asked.short) writeFileSync(path.join(root, 'docs/benchmarks.md'), report);
console.log(report);
process.exit(0);

async function pidOfSandbox(): Promise<number> {
  const found = await sandboxHealth();
  if (found.state !== 'ready') throw new Error(`the sandbox is ${found.state}`);
  return found.health.pid;
}

function mixedTable({ alone, besideHostile, perSecond }: MixedReport): string {
  const row = (name: string, key: 'p50Ms' | 'p99Ms') =>
    `| ${name} | ${alone[key].toFixed(1)} | ${besideHostile[key].toFixed(1)} | ${(besideHostile[key] / alone[key]).toFixed(1)} |`;
  return [
    '| | alone, ms | beside hostile, ms | times |',
    '|---|--:|--:|--:|',
    row('p50', 'p50Ms'),
    row('p99', 'p99Ms'),
    '',
    `${perSecond.toFixed(0)} runs a second in all.`,
  ].join('\n');
}
