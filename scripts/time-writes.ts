import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { closeDatabase, openDatabase, type Db } from '#db/client';
import { keepVersions } from '#db/draft-versions';
import { exportOf } from '#db/export';
import { rateQuestion } from '#db/question-cards';
import { closeSubmission, openSubmissionOnce } from '#db/submissions';
import { deleteUser } from '#db/users';
import { seedContent, type SeedExercise } from './seeding/content.ts';
import { createRandom, pick } from './seeding/random.ts';
import { verdictOn } from './seeding/verdicts.ts';
import { requests, type Subject } from './database-time/requests.ts';
import { findSubjects } from './database-time/subjects.ts';

/** Times what writes, an export and a deletion. It changes the database, so it takes only one that seed-learners made. */

const { values: asked } = parseArgs({
  options: { database: { type: 'string', default: '' }, runs: { type: 'string', default: '400' } },
});
const file = path.resolve(asked.database);
if (asked.database === '' || !existsSync(file)) stop('say which file: --database /tmp/scratch/underpin.db');
process.chdir(path.join(import.meta.dirname, '..'));
Object.assign(process.env, { NODE_ENV: 'production' });

/** What only other requests need. */
const nothing = { sessionId: null, submissionId: '', mockId: '', exerciseId: '', file: '', oldest: null };

const db = openDatabase(file);
try {
  const made = db.$client.prepare("select id from users where email = 'learner-0@example.com'").get();
  if (!made) stop(`${asked.database} was not made by seed-learners; nothing is measured on it.`);
  await timeWrites(db);
  await timeExport(db);
  await timeDeletion(db);
} finally {
  closeDatabase(db);
}

async function timeWrites(database: Db): Promise<void> {
  const random = createRandom(7);
  const { exercises } = seedContent();
  const learners = database.$client
    .prepare('select id as learnerId, user_id as userId from learners order by random() limit 500')
    .all() as Pick<Subject, 'learnerId' | 'userId'>[];
  const cards = database.$client
    .prepare(
      "select learner_id as learnerId, item_id as questionId, reps from review_cards where kind = 'question' and learner_id in (select id from learners order by random() limit 500)",
    )
    .all() as { learnerId: string; questionId: string; reps: number }[];
  const me = requests.find(({ route }) => route === 'api/me')!;
  const times: Record<string, number[]> = {};
  const time = async <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
    const startedAt = performance.now();
    const result = await work();
    (times[name] ??= []).push(performance.now() - startedAt);
    return result;
  };
  for (let run = 0; run < Number(asked.runs); run += 1) {
    const who = pick(random, learners);
    const exercise: SeedExercise = pick(random, exercises);
    const { id: exerciseId, contentHash } = exercise;
    const files = pick(random, exercise.solutions);
    const passed = random() < 0.4;
    const submission = { learnerId: who.learnerId, exerciseId, contentHash, files, clientKey: randomUUID() };
    const id = await time('a submission stored', () => openSubmissionOnce(database, submission));
    const verdict = verdictOn(exercise.tests, passed, random);
    await time('its verdict stored and counted', () => closeSubmission(database, id!, { verdict, contentHash }));
    await time('its code kept as a version', () =>
      keepVersions(database, { ...submission, reason: 'submit', submissionId: id! }),
    );
    await time('GET /api/me after it', () => me.ask(database, { ...nothing, ...who }, new Date()));
    const { learnerId, questionId, reps } = pick(random, cards);
    const rated = { learnerId, questionId, reps, rating: 'good', ageMs: 0, clientKey: randomUUID() } as const;
    await time('a rating stored', () => rateQuestion(database, rated));
  }
  console.log(
    `Over ${asked.runs} of each, by learners drawn by lot:\n\n| what | p50 ms | p99 ms | most ms |\n|---|--:|--:|--:|`,
  );
  for (const [name, all] of Object.entries(times)) {
    const sorted = all.toSorted((a, b) => a - b);
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(1);
    console.log(`| ${name} | ${at(0.5)} | ${at(0.99)} | ${at(1)} |`);
  }
}

async function timeExport(database: Db): Promise<void> {
  const { learnerId, userId } = findSubjects(database.$client).heaviest;
  const rssBefore = process.memoryUsage.rss();
  const startedAt = performance.now();
  let [bytes, rssMost, longestMs, since] = [0, 0, 0, startedAt];
  for await (const piece of exportOf(database, { learnerId, userId, site: 'http://localhost:3000' })) {
    bytes += Buffer.byteLength(piece);
    rssMost = Math.max(rssMost, process.memoryUsage.rss());
    longestMs = Math.max(longestMs, performance.now() - since);
    since = performance.now();
  }
  console.log(
    `\nThe heaviest learner's export: ${megabytes(bytes)} in ${seconds(startedAt)}; at most ${Math.round(longestMs)} ms at a time, ${megabytes(rssMost - rssBefore)} more memory.`,
  );
}

async function timeDeletion(database: Db): Promise<void> {
  const { learnerId, userId, submissions } = findSubjects(database.$client).heaviest;
  if (userId === null) return;
  const startedAt = performance.now();
  let [longestMs, since, isDone] = [0, startedAt, false];
  const deletion = deleteUser(database, userId).finally(() => (isDone = true));
  while (!isDone) {
    await new Promise(setImmediate);
    longestMs = Math.max(longestMs, performance.now() - since);
    since = performance.now();
  }
  await deletion;
  console.log(
    `The heaviest learner (${learnerId}, ${submissions} submissions) deleted in ${seconds(startedAt)}; at most ${Math.round(longestMs)} ms at a time.`,
  );
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function seconds(from: number): string {
  return `${((performance.now() - from) / 1000).toFixed(2)} s`;
}

function stop(problem: string): never {
  console.error(`time-writes: ${problem}`);
  process.exit(1);
}
