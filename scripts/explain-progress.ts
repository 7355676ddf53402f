import type Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { recordsOf } from '#app/progress/records';
import { closeDatabase, openDatabase, type Db } from '#db/client';
import { lessonsOf } from '#db/lessons';
import { goalOf } from '#db/goals';
import { placementOf } from '#db/placements';
import { hintsBeforePassOf, progressOf } from '#db/progress';
import { queuedQuestions } from '#db/question-cards';
import { cardsOf, comingCards, dueCount, waitingCards } from '#db/review-cards';
import { selfScoresOf } from '#db/self-scores';
import { submissionOf, submissionPage } from '#db/submissions';
import { lastVisitOf } from '#db/visits';

/** Says how long the database takes for each page of a learner's own, and by which plans. */

const { values: asked } = parseArgs({
  options: { database: { type: 'string', default: '' }, runs: { type: 'string', default: '30' } },
});
if (!existsSync(asked.database)) {
  console.error('explain-progress: say which file: --database /tmp/scratch/underpin.db');
  process.exit(1);
}
const db = openDatabase(path.resolve(asked.database));
const runs = Number(asked.runs);
const byWork = db.$client
  .prepare(
    'select learner_id as id, count(*) as submissions from submissions group by learner_id order by submissions desc',
  )
  .all() as { id: string; submissions: number }[];
const subjects = [byWork[0]!, byWork[Math.floor(byWork.length / 2)]!];

const pages: Record<string, (db: Db, learnerId: string) => Promise<unknown>> = {
  'progress, readiness': (database, id) => recordsOf(database, id, new Date()),
  'history, newest page': (database, id) => submissionPage(database, id, { before: null, limit: 25 }),
  'history, oldest page': async (database, id) =>
    submissionPage(database, id, { before: await oldCursor(id), limit: 25 }),
  'one submission': async (database, id) => submissionOf(database, id, (await anyOf(id)) ?? ''),
  'GET /api/me': async (database, id) => {
    await progressOf(database, id);
    await lessonsOf(database, id);
    await selfScoresOf(database, id);
    await lastVisitOf(database, id);
    await dueCount(database, id);
    await queuedQuestions(database, id);
    await hintsBeforePassOf(database, id);
  },
  'review session': async (database, id) => {
    const now = new Date();
    await comingCards(database, id, new Date(now.getTime() + 48 * 3_600_000), now);
    await waitingCards(database, id);
  },
  'review cards': (database, id) => cardsOf(database, id),
  plan: async (database, id) => {
    await goalOf(database, id);
    await lessonsOf(database, id);
    await progressOf(database, id);
    await placementOf(database, id);
  },
};

const statements = new Set<string>();
/** The untouched one, for what is not measured. */
const query = db.$client.prepare.bind(db.$client) as (text: string) => Database.Statement<unknown[], unknown>;
db.$client.prepare = ((text: string) => {
  statements.add(text);
  return query(text);
}) as typeof db.$client.prepare;

try {
  const { submissions, learners } = query(
    'select (select count(*) from submissions) as submissions, (select count(*) from learners) as learners',
  ).get() as { submissions: number; learners: number };
  console.log(
    `${learners} learners, ${submissions} submissions; ms of database time, the first time and the median of ${runs}\n`,
  );
  for (const { id, submissions: own } of subjects) {
    console.log(`a learner with ${own} submissions`);
    for (const [name, page] of Object.entries(pages)) {
      const times: number[] = [];
      for (let run = 0; run < runs; run += 1) {
        const startedAt = performance.now();
        await page(db, id);
        times.push(performance.now() - startedAt);
      }
      const median = times.toSorted((a, b) => a - b)[Math.floor(runs / 2)]!;
      console.log(`  ${name.padEnd(22)} ${times[0]!.toFixed(2).padStart(8)} ${median.toFixed(2).padStart(8)}`);
    }
  }
  console.log('\nplans');
  for (const text of statements) {
    const plan = query(`explain query plan ${text}`);
    const steps = plan.all(...Array.from({ length: (text.match(/\?/g) ?? []).length }, () => 0)) as {
      detail: string;
    }[];
    console.log(`\n${text}\n${steps.map(({ detail }) => `  ${detail}`).join('\n')}`);
  }
} finally {
  closeDatabase(db);
}

async function oldCursor(learnerId: string): Promise<string> {
  const row = query(
    'select id, created_at as createdAt from submissions where learner_id = ? order by created_at, id limit 1 offset 20',
  ).get(learnerId) as { id: string; createdAt: number } | undefined;
  return row ? `${row.createdAt}-${row.id}` : '';
}

async function anyOf(learnerId: string): Promise<string | null> {
  return (await submissionPage(db, learnerId, { before: null, limit: 1 })).rows[0]?.id ?? null;
}
