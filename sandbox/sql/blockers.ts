import type pg from 'pg';

/**
 * `working` is false for a session that sits in its transaction or waits for a lock itself; of those that wait for one
 * another PostgreSQL ends one, so that they count as working.
 */
export type Blocker = { pid: number; working: boolean };

/**
 * Sessions that keep a backend from going on. Asked of the lock table: `pg_stat_activity` goes on calling a backend
 * waiting until it has the processor again.
 */
export async function blockersOf(connection: pg.Pool, pid: number): Promise<Blocker[]> {
  const { rows } = await connection.query<Blocker>(blockersQuery, [pid]);
  return rows;
}

const blockersQuery = `with recursive waits (pid, blocker) as (
       select $1::int, unnest(pg_blocking_pids($1))
       union select w.blocker, b.pid from waits w, unnest(pg_blocking_pids(w.blocker)) b (pid))
     select w.blocker as pid, exists (select from waits where blocker = $1) or
       coalesce(a.state = 'active' and not exists (select from waits o where o.pid = w.blocker), false) as working
     from waits w left join pg_stat_activity a on a.pid = w.blocker where w.pid = $1`;
