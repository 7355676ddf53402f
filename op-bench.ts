import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { benchChildren } from './scripts/bench/children.ts';
import { benchGrading } from './scripts/bench/grading.ts';
import { benchKinds, subjects } from './scripts/bench/kinds.ts';
import { benchLoad } from './scripts/bench/load.ts';
import { memoryOf } from './scripts/bench/memory.ts';
import { benchMixed } from './scripts/bench/mixed.ts';
import { benchPages } from './scripts/bench/pages.ts';
import { benchParts, report, type BenchPart, type MemoryReport, type Results } from './scripts/bench/report.ts';
import { findSandbox, passed, type Sandbox } from './scripts/bench/sandbox.ts';
import { benchContent, withServer } from './scripts/bench/server.ts';
import { benchSql } from './scripts/bench/sql.ts';

// Measures, never judges: figures are compared with peers of the same run, because machines differ and days do too.
const { values: asked } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    runs: { type: 'string', default: '' },
    only: { type: 'string', default: benchParts.join(',') },
  },
});
const wanted = new Set(asked.only.split(',').map(knownPart));
const size = asked.short
  ? { kinds: 60, children: 200, mixed: Number(asked.runs) || 500, load: { learners: 20, seconds: 15 } }
  : { kinds: 200, children: 600, mixed: Number(asked.runs) || 2000, load: { learners: 50, seconds: 60 } };

const root = import.meta.dirname;
process.chdir(root);
// The exercises that are graded lie outside content/, so that no learner meets them.
process.env['CONTENT_DIRS'] = benchContent;

const results: Results = {};
/** The first is what starts with a fresh server, so it comes before anything else has run on it. */
await withServer(async (origin, pid) => {
  const sandbox = findSandbox(pid);
  await part('memory', () => benchMemory(sandbox, pid));
  await part('grading', () => benchGrading(sandbox));
  await part('sql', () => benchSql(sandbox, 'books-without-isbn'));
  await part('kinds', () => benchKinds(sandbox, size.kinds));
  await part('mixed', () => benchMixed(sandbox, subjects(), { runs: size.mixed, inFlight: 4, pid }));
  const pages = ['/learn/career/what-backend-engineers-do', '/learn', '/practice/dedupe-webhook-events', '/'];
  await part('pages', () => benchPages(origin, pages));
  await part('load', () => benchLoad(origin, size.load));
});
await part('children', () => benchChildren([1, 2, 4], size.children));

const file = path.join(root, 'docs/benchmarks.md');
const text = report(results, file);
if (!asked.short) writeFileSync(file, text);
console.log(text);
process.exit(0);

async function part<Name extends BenchPart>(
  name: Name,
  measure: () => Promise<Required<Results>[Name]>,
): Promise<void> {
  if (!wanted.has(name)) return;
  console.error(`bench: ${name}`);
  results[name] = await measure();
}

function knownPart(name: string): BenchPart {
  const known = benchParts.find((one) => one === name);
  if (known !== undefined) return known;
  console.error(`bench: there is no part ${name}; --only takes ${benchParts.join(', ')}, separated by commas.`);
  process.exit(2);
}

/** What has started with the server, and what starts with the first submission of Python. */
async function benchMemory(sandbox: Sandbox, pid: number): Promise<MemoryReport> {
  await delay(5000);
  const rest = memoryOf(pid);
  const python = subjects().find(({ exercise }) => exercise === 'bench-small-script');
  if (python === undefined) throw new Error('the Python exercise of the benchmark is not there');
  await passed(sandbox, { exercise: python.exercise, files: python.files, learner: 'memory' });
  await delay(5000);
  return { rest, withPython: memoryOf(pid) };
}
