import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { sqlLimits } from './limits.ts';
import type { Recipe } from './databases.ts';
import { buildersName } from './postgres.ts';

type Address = { host: string; user: string; password: string };

/**
 * Owns whatever a template holds. Each run's role has its rights, so that a lesson may create an index or alter a
 * table; none can become it (`set false`), since what a role sets for itself outlives the run.
 */
export const learnersName = 'learners';

/** Sets up what all databases share. Once per server. */
export async function prepareServer(address: Address): Promise<void> {
  await asAdmin(address, 'template1', async (client) => {
    await client.query(`create role ${learnersName} nologin; create role ${buildersName} nologin`);
    await client.query(`alter schema public owner to ${learnersName}`);
    await client.query('vacuum (freeze)');
  });
}

/**
 * Builds the database that runs are copied from. The SQL runs as an ordinary role in a session of its own, so that a
 * recipe can do no more than a learner. Rejects with PostgreSQL's error when it does not load.
 */
export async function buildTemplate(
  admin: pg.Pool,
  address: Address,
  { name, role }: { name: string; role: string },
  recipe: Recipe,
): Promise<void> {
  const password = randomBytes(24).toString('base64url');
  await admin.query(`drop database if exists ${name}`);
  await admin.query(`create database ${name} strategy file_copy`);
  try {
    await admin.query(
      `create role ${role} login password '${password}' in role ${learnersName};
       grant ${buildersName} to ${role} with inherit false, set false;
       alter role ${role} set role = '${learnersName}';
       grant create on database ${name} to ${learnersName}`,
    );
    await load({ host: address.host, user: role, password, database: name }, recipe);
    // Statistics and visibility are copied with the pages: plans in every copy are those of a settled table.
    await asAdmin(address, name, settleTables);
    await admin.query(`alter database ${name} with is_template true allow_connections false`);
  } catch (error) {
    await admin.query(`drop database if exists ${name} with (force)`).catch(() => undefined);
    throw error;
  } finally {
    await admin.query(`drop role if exists ${role}`).catch(() => undefined);
  }
}

/** The tables of the recipe alone: the catalogues are ten times as many and came settled from template1. */
async function settleTables(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ tables: string | null }>(
    `select string_agg(oid::regclass::text, ', ') as tables from pg_class
     where relkind in ('r', 'm', 'p') and relnamespace::regnamespace::text !~ '^(pg_|information_schema)'`,
  );
  const tables = rows[0]?.tables;
  if (tables) await client.query(`vacuum (freeze, analyze) ${tables}`);
}

async function load(address: Address & { database: string }, { schema, data }: Recipe): Promise<void> {
  const client = new pg.Client({ ...address, query_timeout: sqlLimits.buildMs });
  client.on('error', () => undefined);
  await client.connect();
  try {
    for (const sql of [schema, data]) if (sql.trim() !== '') await client.query(sql);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function asAdmin(
  address: Address,
  database: string,
  work: (client: pg.Client) => Promise<unknown>,
): Promise<void> {
  const client = new pg.Client({ ...address, database });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
