import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { closeDatabase, migrateDatabase, openDatabase, type Db } from '#db/client';
import { countEarlierActivity, countEarlierSubmissions } from '#db/figures';
import { seedContent } from './seeding/content.ts';
import { createInserts } from './seeding/inserts.ts';
import { rehearse } from './seeding/interviews.ts';
import { newLearner, sharesOf } from './seeding/learner.ts';
import { createPractice, practise } from './seeding/practice.ts';
import { read } from './seeding/reading.ts';

/** Fills a scratch database with learners and all that they do, to measure on. Figures come out the same each time. */

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

/** So many work side by side; their rows lie mixed. */
const sideBySide = 500;

const db = openDatabase(path.resolve(asked.database));
try {
  migrateDatabase(db, path.join(root, 'db/migrations'));
  const { users } = db.$client.prepare('select count(*) as users from users').get() as { users: number };
  if (users > 0 && !asked['beside-accounts']) {
    stop(
      `${asked.database} has ${users} accounts. Made-up learners belong into a scratch database; --beside-accounts does it anyway.`,
    );
  }
  await seed(db);
} finally {
  closeDatabase(db);
}

async function seed(database: Db): Promise<void> {
  const { $client } = database;
  // A scratch database that a power cut spoils is made again.
  $client.pragma('synchronous = OFF');
  $client.pragma('cache_size = -400000');
  const content = seedContent();
  const now = Date.now();
  const startedAt = performance.now();
  const { add, flush } = createInserts({ prepare: (text) => $client.prepare(text) });
  const shares = sharesOf(learnerCount, submissionCount);
  for (let first = 0; first < shares.length; first += sideBySide) {
    for (const [place, share] of shares.slice(first, first + sideBySide).entries()) {
      const learner = newLearner({ index: first + place, share, now, content }, add);
      const practice = createPractice(learner);
      rehearse(learner, practice);
      practise(learner, practice);
      practice.close();
      read(learner);
    }
    $client.transaction(() => {
      // A row may come before what it refers to, by its time; at the end all are there.
      $client.pragma('defer_foreign_keys = ON');
      flush();
    })();
  }
  console.log(`${secondsSince(startedAt)} s for the rows`);
  const countingFrom = performance.now();
  await countEarlierSubmissions(database, new Date(now + 3_600_000));
  await countEarlierActivity(database);
  console.log(`${secondsSince(countingFrom)} s for the operator's figures, as an upgrade counts them once`);
  $client.pragma('wal_checkpoint(TRUNCATE)');
  console.log(`seeded ${learnerCount} learners with ${submissionCount} submissions: ${path.resolve(asked.database)}`);
}

function secondsSince(from: number): number {
  return Math.round((performance.now() - from) / 1000);
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
