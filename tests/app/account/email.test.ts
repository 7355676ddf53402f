import { expect, test, vi } from 'vitest';
import { answersFinished } from '#app/mail/after-answer';
import { newWorld } from '../world.ts';
import { ann, ben, send, whoIs } from './forms.ts';
import { openMailbox } from './mailbox.ts';

vi.mock('next/headers', () => import('../next-headers.ts'));

const change = { email: 'Ann@new.example.org', current: ann.password };

test('with mail, an address changes when the link to the new one is used, and the old one is told', async () => {
  await using mailbox = await openMailbox();
  using world = newWorld(mailbox.environment);
  const browser = world.newBrowser();
  await send(browser, 'sign-up', ann);
  expect(await send(browser, 'change-email', change)).toMatchObject({
    status: 200,
    said: expect.stringContaining('ann@new.example.org') as string,
  });
  await answersFinished();
  expect(await whoIs(browser)).toBe(ann.email);
  expect(mailbox.mails.map(({ to }) => to)).toEqual(['ann@new.example.org', ann.email]);
  expect(mailbox.mails[1]?.link).toBeNull();
  const token = mailbox.mails[0]?.link?.searchParams.get('token') ?? '';
  const elsewhere = world.newBrowser();
  expect(await send(elsewhere, 'confirm-email', { token })).toMatchObject({ status: 200 });
  expect(await whoIs(elsewhere)).toBe('none');
  expect(await whoIs(browser)).toBe('ann@new.example.org');
  expect(await send(elsewhere, 'confirm-email', { token })).toMatchObject({ status: 404 });
  await answersFinished();
  expect(mailbox.mails[2]).toMatchObject({ to: ann.email });
});

test('a change is taken back by the owner, and replaced by the next one', async () => {
  await using mailbox = await openMailbox();
  using world = newWorld(mailbox.environment);
  const browser = world.newBrowser();
  await send(browser, 'sign-up', ann);
  await send(browser, 'change-email', change);
  await answersFinished();
  await send(browser, 'change-email', { ...change, email: 'second@example.org' });
  await answersFinished();
  await send(browser, 'cancel-email');
  const tokens = mailbox.mails.flatMap(({ link }) => link?.searchParams.get('token') ?? []);
  expect(tokens).toHaveLength(2);
  for (const token of tokens) expect((await send(browser, 'confirm-email', { token })).status).toBe(404);
  expect(await whoIs(browser)).toBe(ann.email);
});

test('with mail, a taken address is answered like a free one, and its owner is told', async () => {
  await using mailbox = await openMailbox();
  using world = newWorld(mailbox.environment);
  await send(world.newBrowser(), 'sign-up', ben);
  const browser = world.newBrowser();
  await send(browser, 'sign-up', ann);
  const taken = await send(browser, 'change-email', { ...change, email: ben.email });
  const free = await send(browser, 'change-email', { ...change, email: 'free@example.org' });
  expect(JSON.stringify(taken).replaceAll(ben.email, 'free@example.org')).toBe(JSON.stringify(free));
  await answersFinished();
  expect(mailbox.mails.find(({ to }) => to === ben.email)).toMatchObject({ link: null });
});

test('without mail, the password changes the address at once, and a taken one is refused', async () => {
  using world = newWorld();
  await send(world.newBrowser(), 'sign-up', ben);
  const browser = world.newBrowser();
  await send(browser, 'sign-up', ann);
  expect(await send(browser, 'change-email', { ...change, current: '' })).toMatchObject({ status: 403 });
  expect(await send(browser, 'change-email', { ...change, email: ben.email })).toMatchObject({
    status: 409,
    errors: { email: expect.any(String) as string },
  });
  expect(await send(browser, 'change-email', change)).toMatchObject({
    status: 200,
    said: expect.stringContaining('sends no mail') as string,
  });
  expect(await whoIs(browser)).toBe('ann@new.example.org');
});

test('a link to an address that somebody took meanwhile changes nothing', async () => {
  await using mailbox = await openMailbox();
  using world = newWorld(mailbox.environment);
  const browser = world.newBrowser();
  await send(browser, 'sign-up', ann);
  await send(browser, 'change-email', { ...change, email: ben.email });
  await answersFinished();
  await send(world.newBrowser(), 'sign-up', ben);
  const token = mailbox.mails[0]?.link?.searchParams.get('token') ?? '';
  expect(await send(browser, 'confirm-email', { token })).toMatchObject({ status: 409 });
  expect(await whoIs(browser)).toBe(ann.email);
});

test('a mail server that is down breaks no answer, and the log names no address', async () => {
  const { environment } = await (async () => {
    await using mailbox = await openMailbox();
    return mailbox;
  })();
  using world = newWorld(environment);
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const browser = world.newBrowser();
  await send(browser, 'sign-up', ann);
  expect((await send(browser, 'forgot', { email: ann.email })).status).toBe(200);
  await answersFinished();
  expect(logged.mock.calls.flat().join()).toContain('password-reset-fault');
  expect(logged.mock.calls.flat().join()).not.toContain(ann.email);
  logged.mockRestore();
});
