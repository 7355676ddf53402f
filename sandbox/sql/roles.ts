import pg from 'pg';
import { adminName, buildersName } from './postgres.ts';
import { learnersName } from './template.ts';

/** Whose turn it is to have roles of their own. */
export type Turns = { take: (signal?: AbortSignal) => Promise<() => void> };

/** First come, first served; one that gave up is passed over. */
export function createTurns(): Turns {
  let last: Promise<void> = Promise.resolve();
  return {
    take: async (signal) => {
      const before = last;
      let leave: () => void = () => undefined;
      last = new Promise((resolve) => (leave = resolve));
      await before;
      if (signal?.aborted) leave();
      signal?.throwIfAborted();
      return leave;
    },
  };
}

/** Lets a learner's role make roles, and makes those that its exercise says are there. */
export async function grantRoles(admin: pg.Pool, user: string, roles: string[]): Promise<void> {
  await admin.query(`alter role ${user} createrole`);
  for (const role of roles) {
    const name = pg.escapeIdentifier(role);
    await admin.query(`create role ${name}; grant ${name} to ${user} with admin true, inherit false, set true`);
  }
}

/** False when there is no such role. The judge can be it and has none of its rights otherwise. */
export async function letBe(admin: pg.Pool, judge: string, role: string): Promise<boolean> {
  const known = await admin.query('select from pg_roles where rolname = $1', [role]);
  if (known.rowCount !== 1) return false;
  await admin.query(`grant ${pg.escapeIdentifier(role)} to ${judge} with admin false, inherit false, set true`);
  return true;
}

/**
 * Drops every role that is none of ours, whoever made it and whatever it is a member of. At once, because a role that
 * granted another cannot be dropped before it; one of ours may be gone since the look. Rejects when one stays: the server is then not to be used again.
 */
export async function sweepRoles(admin: pg.Pool, isOurs: (name: string) => boolean): Promise<void> {
  const { rows } = await admin.query<{ name: string }>("select rolname as name from pg_roles where rolname !~ '^pg_'");
  const strangers = rows
    .map(({ name }) => name)
    .filter((name) => ![adminName, buildersName, learnersName].includes(name) && !isOurs(name));
  if (strangers.length > 0)
    await admin.query(`drop role if exists ${strangers.map((name) => pg.escapeIdentifier(name)).join(', ')}`);
}
