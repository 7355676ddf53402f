import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { closeDatabase, migrateDatabase, openDatabase, type Db } from '#db/client';
import { tracks, lessonByPath } from '#content/load';
import { checkItem } from '#db/review-cards';
import { createRandom, verdictText } from './seed-verdicts.ts';

/** Fills a scratch database with learners and submissions, to measure pages on. Figures come out the same each time. */

const root = path.join(import.meta.dirname, '..');
process.chdir(root);

const { values: asked } = parseArgs({
  options: {
    database: { type: 'string', default: '' },
    learners: { type: 'string', default: '10000' },
    submissions: { type: 'string', default: '1000000' },
    'beside-accounts': { type: 'boolean', default: false },
  },
});
if (asked.database === '') stop('say which file: --database /tmp/scratch/underpin.db');
if (!existsSync('.content/index.json')) stop('there is no compiled content; run npm run content:build first');
const learnerCount = countOf('learners', asked.learners);
const submissionCount = countOf('submissions', asked.submissions);

const startedAt = performance.now();
const db = openDatabase(path.resolve(asked.database));
try {
  migrateDatabase(db, path.join(root, 'db/migrations'));
  const { users } = db.$client.prepare('select count(*) as users from users').get() as { users: number };
  if (users > 0 && !asked['beside-accounts']) {
    stop(
      `${asked.database} has ${users} accounts. Made-up learners belong into a scratch database; --beside-accounts does it anyway.`,
    );
  }
  seed(db);
} finally {
  closeDatabase(db);
}

function seed(database: Db): void {
  const { $client } = database;
  // A scratch database that a power cut spoils is made again.
  $client.pragma('synchronous = OFF');
  $client.pragma('cache_size = -400000');
  const random = createRandom(20_261_121);
  const content = readContent();
  const now = Date.now();
  const yearMs = 365 * 86_400_000;

  const insert = {
    learner: $client.prepare('insert into learners (id, guest_token_hash, created_at) values (?, ?, ?)'),
    submission: $client.prepare(
      `insert into submissions (id, learner_id, exercise_id, content_hash, files, created_at, closed_at, verdict, verdict_status, passed_tests, total_tests)
       values ${Array.from({ length: 20 }, () => '(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}`,
    ),
    submissionAlone: $client.prepare(
      'insert into submissions (id, learner_id, exercise_id, content_hash, files, created_at, closed_at, verdict, verdict_status, passed_tests, total_tests) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ),
    progress: $client.prepare(
      'insert into progress (learner_id, exercise_id, status, passed_at, passed_content_hash, attempts, failures_before_pass, hints_used, solution_seen, last_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ),
    reveal: $client.prepare(
      "insert into reveals (learner_id, exercise_id, kind, number, before_pass, shown_at) values (?, ?, 'hint', ?, 1, ?)",
    ),
    card: $client.prepare(
      'insert into review_cards (learner_id, kind, item_id, due_at, stability, difficulty, scheduled_days, reps, lapses, last_review_at, failing, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ),
    lesson: $client.prepare(
      'insert into lesson_progress (learner_id, lesson_id, done_at, updated_at) values (?, ?, ?, ?)',
    ),
    check: $client.prepare(
      'insert into checks (learner_id, lesson_id, check_id, correct, first_correct, attempts, updated_at) values (?, ?, ?, ?, ?, ?, ?)',
    ),
    answer: $client.prepare(
      'insert into check_answers (learner_id, lesson_id, check_id, correct, answered_at) values (?, ?, ?, ?, ?)',
    ),
    visit: $client.prepare('insert into visits (learner_id, kind, item_id, visited_at) values (?, ?, ?, ?)'),
  };
  const waiting: unknown[][] = [];
  const flush = () => {
    if (waiting.length === 20) insert.submission.run(waiting.flat());
    else for (const row of waiting) insert.submissionAlone.run(row);
    waiting.length = 0;
  };

  $client.exec('begin');
  let made = 0;
  const shares = sharesOf(learnerCount, submissionCount);
  for (const [index, share] of shares.entries()) {
    const learner = `lrn_seed${index}_${randomBytes(6).toString('hex')}`;
    const beganAt = now - Math.floor(random() * yearMs);
    insert.learner.run(learner, `seed-${index}-${randomBytes(8).toString('hex')}`, beganAt);
    const exerciseCount = Math.max(1, Math.min(content.exercises.length, Math.ceil(share / 3)));
    const first = Math.floor(random() * content.exercises.length);
    const perExercise = Math.ceil(share / exerciseCount);
    let left = share;
    for (let at = 0; at < exerciseCount && left > 0; at += 1) {
      const exercise = content.exercises[(first + at) % content.exercises.length]!;
      const attempts = at === exerciseCount - 1 ? left : Math.min(left, perExercise);
      left -= attempts;
      const passes = random() < 0.85;
      let lastAt = beganAt;
      let passedAt: number | null = null;
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const createdAt = Math.floor(beganAt + random() * (now - beganAt));
        const passed: boolean = passes && attempt === Math.min(attempts - 1, 3);
        const verdict = verdictText(exercise.tests, passed, random);
        lastAt = Math.max(lastAt, createdAt);
        if (passed) passedAt ??= createdAt;
        waiting.push([
          `sub_${made.toString(36).padStart(8, '0')}${Math.floor(random() * 2 ** 48).toString(36)}`,
          learner,
          exercise.id,
          exercise.contentHash,
          exercise.files,
          createdAt,
          createdAt + 900,
          verdict.text,
          passed ? 'passed' : 'failed',
          verdict.passed,
          verdict.total,
        ]);
        made += 1;
        if (waiting.length === 20) flush();
      }
      const failures = passes ? Math.min(attempts - 1, 3) : attempts;
      const hints = random() < 0.2 ? 1 : 0;
      insert.progress.run(
        learner,
        exercise.id,
        passedAt ? 'passed' : 'attempted',
        passedAt,
        passedAt ? exercise.contentHash : null,
        attempts,
        failures,
        hints,
        random() < 0.05 ? 1 : 0,
        lastAt,
      );
      if (hints > 0) insert.reveal.run(learner, exercise.id, 1, lastAt);
      insert.visit.run(learner, 'exercise', exercise.id, lastAt);
      if (failures > 0) {
        const days = 1 + Math.floor(random() * 30);
        insert.card.run(
          learner,
          'exercise',
          exercise.id,
          lastAt + days * 86_400_000,
          3,
          6,
          days,
          3,
          0,
          lastAt,
          passes ? 0 : 1,
          beganAt,
        );
      }
    }
    for (const question of content.questions) {
      if (random() > 0.4) continue;
      const at = Math.floor(beganAt + random() * (now - beganAt));
      const right = random() < 0.7;
      insert.check.run(learner, question.lesson, question.check, 1, right ? 1 : 0, right ? 1 : 2, at);
      insert.answer.run(learner, question.lesson, question.check, right ? 1 : 0, at);
      if (!right) {
        insert.answer.run(learner, question.lesson, question.check, 1, at);
        insert.card.run(
          learner,
          'check',
          checkItem(question.lesson, question.check),
          at + 86_400_000,
          0.2,
          6,
          1,
          1,
          0,
          at,
          0,
          at,
        );
      }
    }
    for (const lesson of content.lessons) {
      if (random() > 0.4) continue;
      const at = Math.floor(beganAt + random() * (now - beganAt));
      insert.lesson.run(learner, lesson, at, at);
      insert.visit.run(learner, 'lesson', lesson, at);
    }
    if (index % 500 === 499) {
      flush();
      $client.exec('commit');
      $client.exec('begin');
    }
  }
  flush();
  $client.exec('commit');
  $client.pragma('wal_checkpoint(TRUNCATE)');
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  console.log(
    `seeded ${learnerCount} learners with ${made} submissions in ${seconds} s: ${path.resolve(asked.database)}`,
  );
}

/** A few work a great deal, most a little, as people do: the busiest tenth hands in about half of everything. */
function sharesOf(learners: number, submissions: number): number[] {
  const weights = Array.from({ length: learners }, (_, index) => 1 / Math.sqrt(index + 4));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const shares = weights.map((weight) => Math.floor((submissions * weight) / sum));
  const missing = submissions - shares.reduce((total, share) => total + share, 0);
  for (let index = 0; index < missing; index += 1) shares[index % learners]! += 1;
  return shares;
}

function readContent() {
  const all = tracks();
  const lessons = all.flatMap((track) => track.lessons);
  return {
    lessons: lessons.map(({ id }) => id),
    questions: lessons.flatMap((lesson) => {
      const [, , trackFolder = '', lessonFolder = ''] = lesson.path.split('/');
      const segments = lessonByPath(trackFolder, lessonFolder)?.segments ?? [];
      return segments.flatMap((segment) =>
        segment.type === 'check' ? [{ lesson: lesson.id, check: segment.id }] : [],
      );
    }),
    exercises: lessons.flatMap((lesson) =>
      lesson.exercises
        .filter(({ kind }) => kind !== 'write')
        .map(({ id }) => {
          const page = JSON.parse(readFileSync(`.content/exercises/${id}.json`, 'utf8')) as {
            contentHash: string;
            files: { name: string; starter: string }[];
            visibleTests: string[];
            hiddenTestCount: number;
          };
          const files = Object.fromEntries(page.files.slice(0, 1).map(({ name, starter }) => [name, starter]));
          const hidden = Array.from({ length: page.hiddenTestCount }, (_, index) => `hidden test ${index + 1}`);
          return {
            id,
            contentHash: page.contentHash,
            files: JSON.stringify(files),
            tests: [...page.visibleTests, ...hidden],
          };
        }),
    ),
  };
}

function countOf(name: string, text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count > 0) return count;
  return stop(`--${name} takes a whole number above 0, not "${text}"`);
}

function stop(problem: string): never {
  console.error(`seed-learners: ${problem}`);
  process.exit(1);
}
