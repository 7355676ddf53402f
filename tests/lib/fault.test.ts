import { expect, test } from 'vitest';
import { DrizzleQueryError } from 'drizzle-orm/errors';
import { createUser } from '#db/users';
import { faultOf } from '#lib/fault';
import { temporaryDatabase } from '../db/temporary-database.ts';

const secret = 'marker-of-somebody';

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

test.each([
  ['a parser', () => JSON.parse(`${secret}`) as unknown],
  [
    'a failed query',
    () => {
      throw new DrizzleQueryError('insert into users values (?)', [secret], new TypeError('no such column'));
    },
  ],
  ['an assertion', () => expect(secret).toBe('another')],
  [
    'something that is no error',
    () => {
      throw secret;
    },
  ],
  [
    'a message of many lines',
    () => {
      throw new Error(`failed\n    at ${secret} (solution.ts:1:1)`);
    },
  ],
  [
    'a cause',
    () => {
      throw new Error('outer', { cause: thrownBy(() => JSON.parse(secret)) });
    },
  ],
])('%s does not bring what somebody wrote into the log', (_, act) => {
  const fault = JSON.stringify(faultOf(thrownBy(act)));
  expect(fault).not.toContain(secret);
  expect(fault).toMatch(/^\{"error":/);
});

test('what the language, the system and SQLite say is kept, with the place and the cause', async () => {
  const missing = thrownBy(() => process.chdir('/nowhere'));
  expect(faultOf(missing)).toMatchObject({ error: expect.stringContaining('ENOENT') as string, code: 'ENOENT' });
  const fault = faultOf(new TypeError('fetch failed', { cause: missing }));
  expect(fault).toMatchObject({ error: 'TypeError: fetch failed', cause: { code: 'ENOENT' } });
  expect(fault.at?.[0]).toMatch(/fault\.test\.ts:\d+:\d+/);
  using db = temporaryDatabase();
  const refused = await createUser(db, { email: 'UPPER@example.org', name: null, passwordHash: null }).catch(
    (error: unknown) => error,
  );
  expect(faultOf(refused)).toMatchObject({ error: expect.stringContaining('users_email_lower_case') as string });
  expect(JSON.stringify(faultOf(refused))).not.toContain('UPPER');
});
