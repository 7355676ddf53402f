import { existsSync, readFileSync } from 'node:fs';
import os from 'node:os';
import type { benchKinds } from './kinds.ts';
import type { LoadReport } from './load.ts';
import { parts as memoryParts, type MemoryMb } from './memory.ts';
import type { MixedReport } from './mixed.ts';
import type { PageReport } from './pages.ts';
import { table, type Measurement } from './statistics.ts';

/** What can be measured by itself, in the order of the report; each is one section. */
export const benchParts = ['grading', 'sql', 'kinds', 'children', 'mixed', 'memory', 'pages', 'load'] as const;
export type BenchPart = (typeof benchParts)[number];

export type MemoryReport = { rest: MemoryMb; withPython: MemoryMb };

export type Results = {
  grading?: Measurement[];
  sql?: Measurement[];
  kinds?: Awaited<ReturnType<typeof benchKinds>>;
  children?: Measurement[];
  mixed?: MixedReport;
  memory?: MemoryReport;
  pages?: PageReport;
  load?: LoadReport;
};

/** The whole page; sections that were not measured this time are taken over from `file`. */
export function report(results: Results, file: string): string {
  const known = sectionsOf(existsSync(file) ? readFileSync(file, 'utf8') : '');
  const made: Record<BenchPart, string | undefined> = {
    grading: results.grading && grading(results.grading),
    sql: results.sql && table(results.sql),
    kinds: results.kinds && kinds(results.kinds),
    children: results.children && table(results.children),
    mixed: results.mixed && mixed(results.mixed),
    memory: results.memory && memory(results.memory),
    pages: results.pages && pages(results.pages),
    load: results.load && load(results.load),
  };
  const sections = benchParts.flatMap((part) => {
    const text = made[part] ?? known.get(titles[part]);
    return text === undefined ? [] : [`## ${titles[part]}\n\n${text}\n`];
  });
  const intro = `# Benchmarks

Made by \`npm run bench\` on ${os.availableParallelism()} cores (${os.cpus()[0]?.model.trim() ?? 'unknown'}), Node ${process.version}, ${os.type()}. Compare lines of one table with each
other rather than with another machine's. \`npm run bench -- --only kinds,memory\` measures parts again and leaves the other sections as they are
(${benchParts.join(', ')}); \`--runs 10000\` sets the length of the mixed load; \`--short\` is a look that writes nothing.
`;
  return [intro, ...sections].join('\n');
}

const titles: Record<BenchPart, string> = {
  grading: 'A module with ten tests',
  sql: 'A query on one data set',
  kinds: 'Every kind',
  children: 'How many children',
  mixed: 'Honest work beside hostile work',
  memory: 'Memory',
  pages: 'Pages',
  load: 'A full class',
};

function sectionsOf(text: string): Map<string, string> {
  const sections = text.split(/^## /m).slice(1);
  return new Map(
    sections.map((section) => {
      const [title = '', ...lines] = section.split('\n');
      return [title, lines.join('\n').trim()];
    }),
  );
}

const grading = (lines: Measurement[]): string =>
  `One submission of TypeScript, graded. The peers run the same module and answer the same ten questions; only the first three are confined to a process
of their own with limits, a wall clock and a judge outside.

${table(lines)}`;

function kinds(lines: NonNullable<Results['kinds']>): string {
  const rows = lines.map(
    ({ name, rested, backToBack, goalMs }) =>
      `| ${name} | ${rested.runs} | ${rested.p50Ms.toFixed(1)} | ${rested.p99Ms.toFixed(1)} | ${goalMs ?? ''} | ${backToBack.p50Ms.toFixed(1)} | ${backToBack.perSecond.toFixed(0)} |`,
  );
  return [
    'The reference of an exercise, run on its visible tests. A learner reads the verdict before the next run, and meanwhile the next child, database or',
    'interpreter is made ready: that is measured first. Back to back there is no such time, and a run waits for what it needs.',
    '',
    '| what | runs | p50 ms | p99 ms | goal for p50, ms | back to back: p50 ms | per second |',
    '|---|--:|--:|--:|--:|--:|--:|',
    ...rows,
  ].join('\n');
}

function mixed({
  runs,
  hostile,
  honestNotPassed,
  inFlight,
  alone,
  besideHostile,
  perSecond,
  memory,
}: MixedReport): string {
  const row = (name: string, key: 'p50Ms' | 'p99Ms') =>
    `| ${name} | ${alone[key].toFixed(1)} | ${besideHostile[key].toFixed(1)} | ${(besideHostile[key] / alone[key]).toFixed(1)} |`;
  return `${runs} runs of all kinds above, ${inFlight} at a time, of which ${hostile} are loops, allocation bombs and floods of output. The times are those of the honest ones; the goal is five
times at most.

| | alone, ms | beside hostile, ms | times |
|---|--:|--:|--:|
${row('p50', 'p50Ms')}
${row('p99', 'p99Ms')}

${perSecond.toFixed(0)} runs a second in all; ${honestNotPassed} of the honest ones did not pass. What it does to the memory of the whole service, in MB:

${memoryTable({ 'before, each kind has run': memory.before, 'at its highest': memory.peak, '90 seconds after': memory.after })}`;
}

const memory = ({ rest, withPython }: MemoryReport): string =>
  `The whole service, in MB: the proportional set size (PSS in \`/proc/*/smaps_rollup\`) of each process, which counts shared pages once. The goals are 350 MB at
rest without Python and 600 MB with it; Python starts with its first exercise and is given up after ten minutes without one, the type checker likewise.

${memoryTable({ 'at rest after the start': rest, 'at rest, Python booted': withPython })}`;

function memoryTable(columns: Record<string, MemoryMb>): string {
  const row = (name: keyof MemoryMb) =>
    `| ${name} | ${Object.values(columns)
      .map((one) => one[name].toFixed(0))
      .join(' | ')} |`;
  const names = Object.keys(columns);
  return [
    `| | ${names.join(' | ')} |`,
    `|---|${names.map(() => '--:|').join('')}`,
    ...memoryParts.map(row),
    row('all'),
  ].join('\n');
}

function pages({ weights, speed }: PageReport): string {
  const kb = (value: number): string => value.toFixed(1);
  const rows = weights.map(
    (page) => `| ${page.path} | ${kb(page.scriptKb)} | ${kb(page.styleKb)} | ${kb(page.htmlKb)} |`,
  );
  return `Bytes after brotli, in KB, of what a page names in its HTML. The workbench loads its editor afterwards.

| page | scripts | styles | HTML |
|---|--:|--:|--:|
${rows.join('\n')}

Ten requests at a time:

${table(speed)}`;
}

function load({ learners, seconds, submissions, ...figures }: LoadReport): string {
  return `For ${seconds} s, ${learners} guests submit as often as they are allowed to, and pages are read beside them.

| | |
|---|--:|
${Object.entries(submissions)
  .map(([outcome, count]) => `| submissions: ${outcome} | ${count} |`)
  .join('\n')}
| from click to verdict, p50 and p95 | ${figures.submitP50Ms.toFixed(0)} ms, ${figures.submitP95Ms.toFixed(0)} ms |
| pages read | ${figures.pages} |
| page, p50 and p95 | ${figures.pageP50Ms.toFixed(0)} ms, ${figures.pageP95Ms.toFixed(0)} ms |`;
}
