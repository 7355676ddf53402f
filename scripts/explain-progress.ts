import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { knownItems } from '#app/review/known-items';
import { closeDatabase, openDatabase } from '#db/client';
import { plansInWords } from './database-time/plans.ts';
import { requests, whoAsks, type Asked } from './database-time/requests.ts';
import { watchStatements, type Statement } from './database-time/statements.ts';
import { findSubjects, type KnownSubject } from './database-time/subjects.ts';

/** Says how long the database takes for each page of a learner's own and of the operator's, and by which plans. */

const { values: asked } = parseArgs({
  options: {
    database: { type: 'string', default: '' },
    runs: { type: 'string', default: '15' },
    only: { type: 'string', default: '' },
    plans: { type: 'boolean', default: false },
    /** For the process of one cold request. */
    cold: { type: 'string', default: '' },
  },
});
if (!existsSync(asked.database)) {
  console.error('explain-progress: say which file: --database /tmp/scratch/underpin.db');
  process.exit(1);
}
// Pages have their content from there.
process.chdir(path.join(import.meta.dirname, '..'));
Object.assign(process.env, { NODE_ENV: 'production' });

const file = path.resolve(asked.database);
const runs = Number(asked.runs);
const coldRuns = 3;
const everybody: Asked = { route: '', name: 'every request: who asks', of: 'learner', ask: whoAsks };
const all = [everybody, ...requests].filter(({ name }) => name.includes(asked.only));

type Timed = { databaseMs: number; wholeMs: number; reads: number; statements: Statement[] };

const db = openDatabase(file);
const watch = watchStatements(db.$client);
try {
  if (asked.cold === '') await printAll();
  else {
    const { name, subject } = JSON.parse(asked.cold) as { name: string; subject: KnownSubject };
    const request = all.find((one) => one.name === name)!;
    // What a server has read long before the request: the tables' definitions, and the content.
    db.$client.pragma('user_version');
    watch.planOf('select * from learners where id = ?');
    knownItems();
    forgetFile();
    console.log(JSON.stringify(await time(request, subject)));
  }
} finally {
  closeDatabase(db);
}

async function printAll(): Promise<void> {
  const subjects = findSubjects(db.$client);
  const count = (table: string) =>
    (db.$client.prepare(`select count(*) as rows from ${table}`).get() as { rows: number }).rows;
  console.log(`${count('learners')} learners, ${count('submissions')} submissions.`);
  console.log('Milliseconds of all statements of a request together; in brackets with what is done with the rows.');
  console.log(`Cold is a new process that finds nothing of the file in memory, the least of ${coldRuns}:`);
  console.log(`what else goes on only adds to it. Pages are what it reads then. Warm is the median of ${runs}.\n`);
  for (const [who, subject] of [...Object.entries(subjects), ['owner', subjects.heaviest] as const]) {
    const theirs = all.filter(({ of }) => (of === 'owner') === (who === 'owner'));
    if (theirs.length === 0) continue;
    console.log(
      who === 'owner' ? '### The operator\n' : `### The ${who} learner, ${subject.submissions} submissions\n`,
    );
    const details: string[] = [];
    console.log('| request | statements | pages | cold ms | warm ms | plan |\n|---|--:|--:|--:|--:|---|');
    for (const request of theirs) {
      const colds = Array.from({ length: coldRuns }, () => inNewProcess(request, subject));
      const cold = colds.reduce((least, one) => (one.databaseMs < least.databaseMs ? one : least));
      const warm: Timed[] = [];
      for (let run = 0; run < runs; run += 1) warm.push(await time(request, subject));
      const { statements } = warm[0]!;
      const plans = plansInWords(statements.map(({ text }) => watch.planOf(text)));
      const times = (of: 'databaseMs' | 'wholeMs') => median(warm.map((one) => one[of])).toFixed(1);
      const runsInAll = statements.reduce((sum, one) => sum + one.runs, 0);
      console.log(
        `| ${request.name} | ${runsInAll} | ${cold.reads} | ${cold.databaseMs.toFixed(1)} (${cold.wholeMs.toFixed(0)}) | ${times('databaseMs')} (${times('wholeMs')}) | ${plans} |`,
      );
      if (asked.plans) details.push(detailsOf(request, cold.statements));
    }
    console.log(['', ...details].join('\n'));
  }
}

/** Each statement with its plan, the dearest first. */
function detailsOf({ name }: Asked, statements: Statement[]): string {
  const parts = statements
    .toSorted((a, b) => b.ms - a.ms)
    .map(
      ({ text, runs, ms }) =>
        `${text}\n-- ${runs} times, ${ms.toFixed(1)} ms cold\n  ${watch.planOf(text).join('\n  ')}`,
    );
  return `#### ${name}\n\n${parts.join('\n\n')}\n`;
}

async function time({ ask }: Asked, subject: KnownSubject): Promise<Timed> {
  watch.take();
  const readsBefore = readCalls();
  const startedAt = performance.now();
  await ask(db, subject, new Date());
  const wholeMs = performance.now() - startedAt;
  const reads = readCalls() - readsBefore;
  const statements = watch.take();
  return { databaseMs: statements.reduce((sum, { ms }) => sum + ms, 0), wholeMs, reads, statements };
}

function inNewProcess({ name }: Asked, subject: KnownSubject): Timed {
  const given = ['--database', file, '--cold', JSON.stringify({ name, subject })];
  return JSON.parse(execFileSync(process.execPath, [import.meta.filename, ...given], { encoding: 'utf8' })) as Timed;
}

/** How often this process has asked the system for a part of a file; Linux alone counts it. SQLite asks page by page. */
function readCalls(): number {
  const counts = existsSync('/proc/self/io') ? readFileSync('/proc/self/io', 'utf8') : '';
  return Number(/^syscr: (\d+)$/m.exec(counts)?.[1] ?? 0);
}

/** Makes the system forget what it has read of the file, so that it comes from the disk: GNU dd can ask for that. */
function forgetFile(): void {
  for (const name of [file, `${file}-wal`].filter((each) => existsSync(each))) {
    execFileSync('dd', [`if=${name}`, 'iflag=nocache', 'count=0', 'status=none']);
  }
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
}
