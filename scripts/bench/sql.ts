import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { findExercise } from '#content/find-exercise';
import { adminName, startPostgres } from '#sandbox/sql/postgres';
import { passed, type Sandbox } from './sandbox.ts';
import { measure, type Measurement } from './statistics.ts';

/** One query on its visible data set: graded by the sandbox, and by hand with a database created for each run. */
export async function benchSql(sandbox: Sandbox, exerciseId: string): Promise<Measurement[]> {
  const exercise = findExercise(exerciseId);
  if (!exercise?.database) throw new Error(`there is no sql exercise ${exerciseId}`);
  const query = readFileSync(path.join(exercise.folder, 'solution.sql'), 'utf8');
  const { schema, dataSets } = exercise.database;
  let learner = 0;
  const graded = await measure(
    'sandbox process, one data set, clone ready',
    () => passed(sandbox, { exercise: exerciseId, files: { 'solution.sql': query }, learner: `bench-${learner++}` }),
    { runs: 150, warmUp: 20 },
  );

  const postgres = await startPostgres();
  const connect = async (database: string) => {
    const client = new pg.Client({ host: postgres.host, user: adminName, password: postgres.adminPassword, database });
    await client.connect();
    return client;
  };
  const admin = await connect('postgres');
  let created = 0;
  const byHand = await measure(
    'create a database, load it, connect, query, drop it',
    async () => {
      const name = `bench_${created++}`;
      await admin.query(`create database ${name}`);
      const client = await connect(name);
      await client.query(schema);
      await client.query(dataSets[0]?.sql ?? '');
      await client.query(query);
      await client.end();
      await admin.query(`drop database ${name}`);
    },
    { runs: 60 },
  );
  await admin.end();
  await postgres.stop();
  return [graded, byHand];
}
