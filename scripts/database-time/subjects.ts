import type Database from 'better-sqlite3';
import type { Subject } from './requests.ts';

export type KnownSubject = Subject & { submissions: number };

/** The learner who has handed in most, and one with as many as half of all have at the most. */
export function findSubjects(client: Database.Database): { heaviest: KnownSubject; median: KnownSubject } {
  const byWork = client
    .prepare('select learner_id as id from submissions group by learner_id order by count(*) desc')
    .all() as { id: string }[];
  if (byWork.length === 0) throw new Error('nobody has handed anything in');
  return {
    heaviest: subjectOf(client, byWork[0]!.id),
    median: subjectOf(client, byWork[Math.floor(byWork.length / 2)]!.id),
  };
}

function subjectOf(client: Database.Database, learnerId: string): KnownSubject {
  const one = <Row>(text: string) => client.prepare(text).get(learnerId) as Row | undefined;
  const user = one<{ id: string | null }>('select user_id as id from learners where id = ?');
  const session = one<{ id: string }>(
    'select id from sessions where user_id = (select user_id from learners where id = ?) limit 1',
  );
  const most = one<{ exerciseId: string; file: string }>(
    `select exercise_id as exerciseId, file from draft_versions where learner_id = ?
     group by exercise_id order by count(*) desc limit 1`,
  );
  const submission = one<{ id: string }>('select id from submissions where learner_id = ? order by created_at limit 1');
  const mock = one<{ id: string }>('select id from mocks where learner_id = ? order by started_at limit 1');
  const oldest = one<{ id: string; at: number }>(
    'select id, created_at as at from submissions where learner_id = ? order by created_at, id limit 1 offset 20',
  );
  const count = one<{ submissions: number }>('select count(*) as submissions from submissions where learner_id = ?');
  return {
    learnerId,
    userId: user?.id ?? null,
    sessionId: session?.id ?? null,
    submissionId: submission?.id ?? '',
    mockId: mock?.id ?? '',
    exerciseId: most?.exerciseId ?? '',
    file: most?.file ?? '',
    oldest: oldest ? `${oldest.at}-${oldest.id}` : null,
    submissions: count?.submissions ?? 0,
  };
}
