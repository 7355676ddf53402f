import { expect, test } from 'vitest';
import { createGuest, deleteExpiredGuests, guestByToken } from '#db/learners';
import { createSession, deleteExpiredSessions, deleteSession, sessionById, sessionsOf } from '#db/sessions';
import {
  createUser,
  owners,
  resolveProvider,
  setRole,
  userByEmail,
  userByProvider,
  type ProviderSignIn,
} from '#db/users';
import { marks, users } from '#db/tables';
import { emailSchema } from '#lib/account';
import { temporaryDatabase } from './temporary-database.ts';

const ann = { email: 'ann@example.org', name: 'Ann', passwordHash: 'hash' };
const day = 86_400_000;

const attempt: ProviderSignIn = {
  provider: 'github',
  providerAccountId: '42',
  email: 'ann@example.org',
  emailRefuted: false,
  name: 'Ann',
  currentUserId: null,
};

test('one address, one account, whatever its case', async () => {
  using db = temporaryDatabase();
  await createUser(db, ann);
  expect(await createUser(db, { ...ann, email: emailSchema.parse(' Ann@Example.org ') })).toBeNull();
  await expect(createUser(db, { ...ann, email: 'BEN@example.org' })).rejects.toThrow();
});

test('a provider cannot take an account over by its e-mail address', async () => {
  using db = temporaryDatabase();
  await createUser(db, ann);
  expect(await resolveProvider(db, attempt)).toEqual({ outcome: 'email-taken' });
  expect(await userByProvider(db, 'github', '42')).toBeNull();
});

test('a provider account is linked while signed in, and then signs in', async () => {
  using db = temporaryDatabase();
  const user = await createUser(db, ann);
  const linking = { ...attempt, email: 'other@example.org', currentUserId: user!.id };
  expect(await resolveProvider(db, linking)).toEqual({ outcome: 'linked', userId: user!.id });
  expect(await resolveProvider(db, attempt)).toEqual({ outcome: 'signed-in', userId: user!.id });
});

test('an unknown provider account with a new address makes a user', async () => {
  using db = temporaryDatabase();
  const created = await resolveProvider(db, attempt);
  expect(created).toMatchObject({ outcome: 'created' });
  expect(await userByEmail(db, 'ann@example.org')).toMatchObject({ name: 'Ann', passwordHash: null });
  expect(await resolveProvider(db, attempt)).toMatchObject({ ...created, outcome: 'signed-in' });
});

test('a provider account that belongs to somebody else is not moved', async () => {
  using db = temporaryDatabase();
  await resolveProvider(db, attempt);
  const ben = await createUser(db, { ...ann, email: 'ben@example.org' });
  expect(await resolveProvider(db, { ...attempt, currentUserId: ben!.id })).toEqual({ outcome: 'linked-to-other' });
});

test('an address that is missing, or that the provider calls unproved, makes no user', async () => {
  using db = temporaryDatabase();
  expect(await resolveProvider(db, { ...attempt, email: null })).toEqual({ outcome: 'email-missing' });
  expect(await resolveProvider(db, { ...attempt, emailRefuted: true })).toEqual({ outcome: 'email-unverified' });
  expect(await userByEmail(db, 'ann@example.org')).toBeNull();
});

test('the first account owns the server, however it is made, and no later one does', async () => {
  using db = temporaryDatabase();
  await createGuest(db, 'before');
  expect(await createUser(db, ann)).toMatchObject({ role: 'owner' });
  expect(await createUser(db, { ...ann, email: 'ben@example.org' })).toMatchObject({ role: 'learner' });
  await resolveProvider(db, { ...attempt, email: 'cem@example.org' });
  expect(await owners(db)).toEqual(['ann@example.org']);
  using other = temporaryDatabase();
  await resolveProvider(other, attempt);
  expect(await userByEmail(other, 'ann@example.org')).toMatchObject({ role: 'owner' });
});

test('two accounts made at once leave one owner', async () => {
  using db = temporaryDatabase();
  const made = await Promise.all(
    ['a', 'b', 'c'].map((name) => createUser(db, { ...ann, email: `${name}@example.org` })),
  );
  expect(made.filter((user) => user?.role === 'owner')).toHaveLength(1);
});

test('nobody inherits a server by signing up after its accounts were deleted', async () => {
  using db = temporaryDatabase();
  await createUser(db, ann);
  db.delete(users).run();
  expect(await createUser(db, ann)).toMatchObject({ role: 'learner' });
});

test('on a server that has accounts and no owner, the next account is a learner’s, and a command makes the owner', async () => {
  using db = temporaryDatabase();
  await createUser(db, ann);
  db.delete(marks).run();
  await setRole(db, 'ann@example.org', 'learner');
  expect(await createUser(db, { ...ann, email: 'ben@example.org' })).toMatchObject({ role: 'learner' });
  expect(await setRole(db, 'nobody@example.org', 'owner')).toBe(false);
  expect(await setRole(db, 'ben@example.org', 'owner')).toBe(true);
  expect(await owners(db)).toEqual(['ben@example.org']);
});

test('a revoked or expired session is nobody', async () => {
  using db = temporaryDatabase();
  const user = await createUser(db, ann);
  const other = await createUser(db, { ...ann, email: 'ben@example.org' });
  const id = await createSession(db, { userId: user!.id, userAgent: 'Firefox' }, new Date(0));
  const kept = await createSession(db, { userId: user!.id, userAgent: null }, new Date(1000));
  expect(await sessionById(db, id, new Date(day))).toMatchObject({ userId: user!.id, email: 'ann@example.org' });
  expect(await sessionById(db, id, new Date(90 * day))).toBeNull();
  expect(await deleteSession(db, other!.id, id)).toBe(false);
  expect(await deleteSession(db, user!.id, id)).toBe(true);
  expect(await sessionById(db, id, new Date(day))).toBeNull();
  expect((await sessionsOf(db, user!.id, new Date(day))).map((row) => row.id)).toEqual([kept]);
  expect(await deleteExpiredSessions(db, new Date(91 * day))).toBe(1);
});

test('using a session moves its last-seen time', async () => {
  using db = temporaryDatabase();
  const user = await createUser(db, ann);
  const id = await createSession(db, { userId: user!.id, userAgent: null }, new Date(0));
  await sessionById(db, id, new Date(day));
  const [row] = await sessionsOf(db, user!.id, new Date(day));
  expect(row?.lastSeenAt).toEqual(new Date(day));
});

test('guests are found by their token, and forgotten when their cookie has expired', async () => {
  using db = temporaryDatabase();
  const old = await createGuest(db, 'old', new Date(0));
  await createGuest(db, 'new', new Date(300 * day));
  expect(await guestByToken(db, 'old')).toBe(old);
  expect(await guestByToken(db, 'made up')).toBeNull();
  expect(await deleteExpiredGuests(db, new Date(401 * day))).toBe(1);
  expect(await guestByToken(db, 'old')).toBeNull();
  expect(await guestByToken(db, 'new')).not.toBeNull();
});
