import { expect, test, vi } from 'vitest';
import { makeResetLink } from '#app/account/reset-link';
import { answersFinished } from '#app/mail/after-answer';
import { createUser } from '#db/users';
import { passwordResets, users } from '#db/tables';
import { newWorld } from '../world.ts';
import { ann, ben, send, whoIs } from './forms.ts';
import { openMailbox } from './mailbox.ts';

vi.mock('next/headers', () => import('../next-headers.ts'));

const fresh = 'violet lamp over rivers';

test('a changed password needs the current one, ends every other session, and says so', async () => {
  using world = newWorld();
  const desk = world.newBrowser();
  const phone = world.newBrowser();
  await send(desk, 'sign-up', ann);
  await send(phone, 'sign-in', ann);
  const before = desk.jar.get('underpin_session');
  const wrong = await send(desk, 'change-password', { current: 'not the password', password: fresh });
  expect(wrong).toMatchObject({
    status: 403,
    errors: { current: expect.stringContaining('not your password') as string },
  });
  expect(await send(desk, 'change-password', { password: fresh })).toMatchObject({ status: 403 });
  expect(await whoIs(phone)).toBe(ann.email);
  const changed = await send(desk, 'change-password', { current: ann.password, password: fresh });
  expect(changed).toMatchObject({ status: 200, said: expect.stringContaining('One other device') as string });
  expect(await whoIs(phone)).toBe('none');
  expect(await whoIs(desk)).toBe(ann.email);
  expect(desk.jar.get('underpin_session')).not.toBe(before);
  expect(await send(phone, 'sign-in', ann)).toMatchObject({ status: 401 });
  expect(await send(phone, 'sign-in', { ...ann, password: fresh })).toMatchObject({ status: 200 });
});

test('the current password cannot be guessed at an unlocked screen', async () => {
  using world = newWorld();
  const desk = world.newBrowser();
  await send(desk, 'sign-up', ann);
  const guess = () => send(desk, 'change-password', { current: 'a guess', password: fresh });
  for (let number = 1; number <= 10; number += 1) expect((await guess()).status).toBe(403);
  expect((await guess()).status).toBe(429);
  expect((await send(desk, 'change-password', { current: ann.password, password: fresh })).status).toBe(429);
});

test('a reset link sets the password once, ends all sessions, and signs nobody in', async () => {
  await using mailbox = await openMailbox();
  using world = newWorld(mailbox.environment);
  const desk = world.newBrowser();
  await send(desk, 'sign-up', ann);
  const other = world.newBrowser();
  expect(await send(other, 'forgot', { email: ann.email })).toMatchObject({ status: 200 });
  await answersFinished();
  const [mail] = mailbox.mails;
  expect(mail).toMatchObject({ to: ann.email });
  const token = mail?.link?.searchParams.get('token') ?? '';
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  expect(JSON.stringify(world.db.select().from(passwordResets).all())).not.toContain(token);

  expect(await send(other, 'reset', { token, password: 'short' })).toMatchObject({
    status: 400,
    errors: { password: expect.stringContaining('15') as string },
  });
  expect(await send(other, 'reset', { token, password: fresh })).toMatchObject({ status: 200 });
  expect(await whoIs(other)).toBe('none');
  expect(await whoIs(desk)).toBe('none');
  expect(await send(other, 'reset', { token, password: 'yet another password' })).toMatchObject({ status: 404 });
  expect(await send(other, 'sign-in', { ...ann, password: fresh })).toMatchObject({ status: 200 });
  await answersFinished();
  expect(mailbox.mails[1]).toMatchObject({ to: ann.email, subject: 'Your Underpin password was changed' });
});

test('asking for a link says the same for an address that is unknown, and mails nobody', async () => {
  await using mailbox = await openMailbox();
  using world = newWorld(mailbox.environment);
  await send(world.newBrowser(), 'sign-up', ann);
  const [known, unknown] = [
    await send(world.newBrowser(), 'forgot', { email: ann.email }),
    await send(world.newBrowser(), 'forgot', { email: ben.email }),
  ];
  expect(JSON.stringify(unknown).replaceAll(ben.email, ann.email)).toBe(JSON.stringify(known));
  await answersFinished();
  expect(mailbox.mails.map(({ to }) => to)).toEqual([ann.email]);
});

test('what depends on the account happens after the answer, so that its time tells nothing', async () => {
  await using mailbox = await openMailbox();
  using world = newWorld(mailbox.environment);
  await send(world.newBrowser(), 'sign-up', ann);
  await send(world.newBrowser(), 'forgot', { email: ann.email });
  expect(world.db.select().from(passwordResets).all()).toEqual([]);
  await answersFinished();
  expect(world.db.select().from(passwordResets).all()).toHaveLength(1);
});

test('one mailbox gets three links an hour, and one place asks for thirty', async () => {
  await using mailbox = await openMailbox();
  using world = newWorld(mailbox.environment);
  await send(world.newBrowser(), 'sign-up', ann);
  const statuses: number[] = [];
  for (let number = 1; number <= 31; number += 1) {
    statuses.push((await send(world.newBrowser(), 'forgot', { email: ann.email })).status);
  }
  expect(statuses).toEqual([...Array<number>(30).fill(200), 429]);
  await answersFinished();
  expect(mailbox.mails).toHaveLength(3);
});

test('a link is good for an hour', async () => {
  using world = newWorld();
  await send(world.newBrowser(), 'sign-up', ann);
  const link = new URL((await makeResetLink(world.db, ann.email)) ?? '');
  const token = link.searchParams.get('token') ?? '';
  world.db
    .update(passwordResets)
    .set({ expiresAt: new Date(Date.now() - 1) })
    .run();
  expect(await send(world.newBrowser(), 'reset', { token, password: fresh })).toMatchObject({ status: 404 });
  expect(await send(world.newBrowser(), 'reset', { token: '', password: fresh })).toMatchObject({ status: 404 });
});

test('a reset forgets the other links and an address that an intruder asked for', async () => {
  await using mailbox = await openMailbox();
  using world = newWorld(mailbox.environment);
  const desk = world.newBrowser();
  await send(desk, 'sign-up', ann);
  await send(desk, 'change-email', { email: 'intruder@example.org', current: ann.password });
  const tokens = await Promise.all(
    [1, 2].map(async () => new URL((await makeResetLink(world.db, ann.email)) ?? '').searchParams.get('token') ?? ''),
  );
  expect((await send(desk, 'reset', { token: tokens[0]!, password: fresh })).status).toBe(200);
  expect((await send(desk, 'reset', { token: tokens[1]!, password: fresh })).status).toBe(404);
  await answersFinished();
  const confirmation = mailbox.mails.find(({ to }) => to === 'intruder@example.org')?.link;
  const token = confirmation?.searchParams.get('token') ?? '';
  expect(token).not.toBe('');
  expect((await send(desk, 'confirm-email', { token })).status).toBe(404);
});

test('without a mail server nobody is promised a mail, and whoever runs the server makes the link', async () => {
  using world = newWorld();
  await send(world.newBrowser(), 'sign-up', ann);
  const answer = await send(world.newBrowser(), 'forgot', { email: ann.email });
  expect(answer).toMatchObject({ status: 400, errors: { form: expect.stringContaining('sends no mail') as string } });
  expect(await makeResetLink(world.db, 'nobody@example.org')).toBeNull();
  const link = new URL((await makeResetLink(world.db, 'ANN@example.org')) ?? '');
  expect(link.origin + link.pathname).toBe('http://localhost:3000/account/reset');
  const token = link.searchParams.get('token') ?? '';
  expect((await send(world.newBrowser(), 'reset', { token, password: fresh })).status).toBe(200);
});

test('an account without a password gets no link by mail: an address alone opens none', async () => {
  await using mailbox = await openMailbox();
  using world = newWorld(mailbox.environment);
  await createUser(world.db, { ...ann, name: null, passwordHash: null });
  expect((await send(world.newBrowser(), 'forgot', { email: ann.email })).status).toBe(200);
  await answersFinished();
  expect(mailbox.mails).toMatchObject([{ to: ann.email, link: null }]);
  expect(world.db.select().from(passwordResets).all()).toEqual([]);
});

test.each([
  ['fourteen chars', 'at least 15'],
  ['aaaaaaaaaaaaaaaaaa', 'Guessers'],
  ['passwordpassword', 'Guessers'],
  ['qwertyuiopasdfgh', 'Guessers'],
  ['987654321098765', 'Guessers'],
  ['ann.example.org12', 'Guessers'],
  ['Underpin Password 1', 'Guessers'],
])('the password "%s" is refused beside its field', async (password, words) => {
  using world = newWorld();
  expect(await send(world.newBrowser(), 'sign-up', { ...ann, password })).toMatchObject({
    status: 400,
    errors: { password: expect.stringContaining(words) as string },
  });
  expect(world.db.select().from(users).all()).toEqual([]);
});

test('a password may hold any character, and the same accent typed in two ways is the same', async () => {
  using world = newWorld();
  const composed = 'crème brûlée à Zürich 日本語';
  await send(world.newBrowser(), 'sign-up', { ...ann, password: composed.normalize('NFC') });
  const answer = await send(world.newBrowser(), 'sign-in', { ...ann, password: composed.normalize('NFD') });
  expect(answer.status).toBe(200);
});
