import { beforeEach, expect, test, vi } from 'vitest';
import type { Db } from '#db/client';
import { actOnMock } from '#db/mocks';
import { isFullRead } from '#scripts/database-time/plans';
import { requests, whoAsks, type Subject } from '#scripts/database-time/requests';
import { watchStatements, type Watch } from '#scripts/database-time/statements';
import { ask, environment, show } from './access/asking.ts';
import { ownedWorld, type Owned } from './access/owned.ts';
import { pageRows } from './access/pages.ts';
import { routeRows } from './access/routes.ts';
import { grader } from './grader.ts';
import { newWorld } from './world.ts';

vi.mock('next/headers', () => import('./next-headers.ts'));
vi.mock('next/navigation', async () => (await import('./access/stand-ins.ts')).navigationOfTables());
vi.mock('#content/load', async () => (await import('./access/stand-ins.ts')).contentOfTables);
vi.mock('#sandbox/client', async () => (await import('./access/stand-ins.ts')).sandboxOfTables);

beforeEach(() => grader.reset());

type Filled = Awaited<ReturnType<typeof ownedWorld>>;

const personalPages = pageRows.filter(({ shows }) => shows !== 'everybody');
const names = [
  ...new Set([...routeRows.map(({ method, route }) => `${method} ${route}`), ...personalPages.map(({ page }) => page)]),
];
const isReading = (name: string) => name.startsWith('GET ') || personalPages.some(({ page }) => page === name);

/** Everything of a row of the tables that reaches the database, as whoever it is for. */
async function serve(name: string, filled: Filled): Promise<void> {
  const { owned, browsers } = filled;
  for (const row of routeRows.filter(({ route, method }) => `${method} ${route}` === name)) {
    await ask(row, row.route.startsWith('api/operator') ? 'owner' : 'learner', filled);
  }
  for (const row of personalPages.filter(({ page }) => page === name)) {
    await show(row, browsers[row.shows === 'owner' ? 'owner' : 'learner'], owned);
  }
}

/** Plans do not hang on how many rows there are: nobody has counted them (`analyze`). So a few rows tell. */
function fullReads(watch: Watch): string[] {
  const full = watch.take().flatMap(({ text }) => watch.planOf(text).filter(isFullRead));
  return [...new Set(full)].sort();
}

test('no page and no route that only reads goes through a table in full, but for what is counted for the operator', async () => {
  using world = newWorld(environment);
  const filled = await ownedWorld(world);
  const watch = watchStatements(world.db.$client);
  const found: Record<string, string[]> = {};
  for (const name of names.filter(isReading)) {
    await serve(name, filled);
    const full = fullReads(watch);
    if (full.length > 0) found[name] = full;
  }
  watch.stop();
  expect(found).toEqual({
    // Of accounts, and of the tests of each version of an exercise: neither days nor submissions make them more.
    'operator/learners': ['SCAN users USING COVERING INDEX users_email_unique', 'SCAN users USING INDEX users_newest'],
    'operator/exercises': ['SCAN test_failures USING INDEX sqlite_autoindex_test_failures_1'],
  });
});

test.each(names.filter((name) => !isReading(name)))('%s goes through no table in full', async (name) => {
  using world = newWorld(environment);
  const filled = await ownedWorld(world);
  const watch = watchStatements(world.db.$client);
  await serve(name, filled);
  const full = fullReads(watch);
  watch.stop();
  // Whether there is an account at all: one row.
  expect(full.filter((step) => step !== 'SCAN users USING COVERING INDEX users_newest')).toEqual([]);
});

test.each([...new Set(requests.map(({ route }) => route))])(
  'what is measured as %s is what it asks the database for',
  async (route) => {
    using world = newWorld(environment);
    const filled = await ownedWorld(world);
    const { learnerId, mockId } = filled.owned;
    await actOnMock(world.db, { learnerId, mockId, action: 'leave', round: 'api-design' });
    const watch = watchStatements(world.db.$client);
    const listed = requests.filter((request) => request.route === route);
    const methods = names.filter((name) => name === route || name.endsWith(` ${route}`));
    // A route that also writes is measured where it reads.
    for (const name of methods.length > 1 ? methods.filter(isReading) : methods) await serve(name, filled);
    const asked = textsOf(watch);
    const subject = subjectOf(world.db, filled.owned);
    watch.take();
    await whoAsks(world.db, subject);
    for (const request of listed) await request.ask(world.db, subject, new Date());
    const measured = textsOf(watch);
    watch.stop();
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((text) => !measured.includes(text))).toEqual([]);
  },
);

function textsOf(watch: Watch): string[] {
  return watch.take().map(({ text }) => text);
}

function subjectOf(db: Db, { learnerId, userId, sessionId, submissionId, mockId }: Owned): Subject {
  return { learnerId, userId, sessionId, submissionId, mockId, exerciseId: 'sums', file: 'solution.ts', oldest: null };
}
