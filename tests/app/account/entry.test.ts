import { expect, test, vi } from 'vitest';
import { keepFlash, readFlash, type Flash } from '#app/account/flash';
import { accounts, learners, users } from '#db/tables';
import { createUser } from '#db/users';
import { createSession } from '#db/sessions';
import { POST as postForm } from '../../../app/api/account/forms/[form]/route.ts';
import { PUT as markLesson } from '../../../app/api/lessons/[id]/route.ts';
import type { Browser } from '../browser.ts';
import { newWorld } from '../world.ts';
import { signedInAs } from '../signed-in.ts';
import { ann, ben, post, send, whoIs } from './forms.ts';

vi.mock('next/headers', () => import('../next-headers.ts'));
vi.mock('#content/load', async () => (await import('../content.ts')).content);

const oidc = { AUTH_OIDC_ISSUER: 'http://localhost:9', AUTH_OIDC_ID: 'underpin', AUTH_OIDC_SECRET: 'secret' };

/** What the page that a redirect leads to is given to show. */
async function shown(browser: Browser, response: Response) {
  const location = new URL(response.headers.get('location') ?? '', 'http://localhost:3000');
  const flash = await flashOn(browser, Object.fromEntries(location.searchParams));
  return { path: location.pathname, flash };
}

async function flashOn(browser: Browser, search: Record<string, string>) {
  const read: { flash: Flash | null } = { flash: null };
  await browser.call(async () => {
    read.flash = await readFlash(Promise.resolve(search));
    return new Response();
  }, '/account');
  return read.flash;
}

test('without scripts, signing up and in ends where one wanted to go, and guest work comes along', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  const mark = { method: 'PUT', body: { done: true }, params: { id: 'adding' } };
  await browser.call(markLesson, '/api/lessons/adding', mark);
  const up = await post(browser, 'sign-up', { ...ann, name: 'Ann', callbackUrl: '/learn?level=mid' });
  expect([up.status, up.headers.get('location')]).toEqual([303, '/learn?level=mid']);
  expect(await whoIs(browser)).toBe(ann.email);
  expect(browser.jar.has('underpin_guest')).toBe(false);
  expect((await post(browser, 'sign-out')).headers.get('location')).toBe('/');
  expect(await whoIs(browser)).toBe('none');
  expect((await post(browser, 'sign-in', ann)).headers.get('location')).toBe('/progress');
  expect(await whoIs(browser)).toBe(ann.email);
});

test('without scripts, a wrong form comes back with its errors and what was typed, but no password', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  const answer = await post(browser, 'sign-up', {
    email: 'ann',
    name: 'Ann',
    password: 'short',
    callbackUrl: '/learn',
  });
  expect(answer.status).toBe(303);
  const { path, flash } = await shown(browser, answer);
  expect(path).toBe('/account/sign-up');
  expect(flash).toMatchObject({ form: 'sign-up', values: { email: 'ann', name: 'Ann' } });
  expect(Object.keys(flash?.errors ?? {}).sort()).toEqual(['email', 'password']);
  expect(answer.headers.get('location')).toContain('callbackUrl=%2Flearn');
  expect(answer.headers.get('location')).not.toContain('ann');
  expect(JSON.stringify(flash)).not.toContain('short');
});

test('what a form left is shown once it led there, and not on a page opened in another way', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  const keep = async () => {
    await keepFlash('/account', { form: 'sign-in', values: {}, errors: { form: 'No.' } });
    return new Response();
  };
  await browser.call(keep, '/account');
  expect(await flashOn(browser, {})).toBeNull();
  expect(await flashOn(browser, { form: 'another' })).toBeNull();
  browser.jar.set('underpin_form', 'not what we wrote');
  expect(await flashOn(browser, { form: 'another' })).toBeNull();
});

test('no sign-in leads to another site', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  await send(browser, 'sign-up', ann);
  for (const callbackUrl of ['https://evil.example', '//evil.example', 'http://localhost:3000//evil.example']) {
    expect((await post(browser, 'sign-in', { ...ann, callbackUrl })).headers.get('location')).toBe('/progress');
  }
});

test('a form from another site, or with no such name, or far too long, is refused', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  await send(browser, 'sign-up', ann);
  const attempt = (form: string, headers: Record<string, string>, body = 'sure=yes') =>
    browser.call(postForm, `/api/account/forms/${form}`, { body, headers, params: { form } });
  expect((await attempt('delete', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await attempt('sign-out', { 'sec-fetch-site': '', origin: 'https://evil.example' })).status).toBe(403);
  expect((await attempt('toString', {})).status).toBe(404);
  expect((await attempt('sign-in', {}, `email=${'x'.repeat(20_000)}`)).status).toBe(413);
  expect(await whoIs(browser)).toBe(ann.email);
});

test('signing in gives a new session each time, so that none lives on from before', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  await send(browser, 'sign-up', ann);
  const thief = world.newBrowser();
  for (const [name, value] of browser.jar) thief.jar.set(name, value);
  await send(browser, 'sign-in', ann);
  expect(await whoIs(browser)).toBe(ann.email);
  expect(await whoIs(thief)).toBe('none');
});

test('one device signs all the others out', async () => {
  using world = newWorld();
  const [desk, phone, tablet] = [world.newBrowser(), world.newBrowser(), world.newBrowser()];
  await send(desk, 'sign-up', ann);
  await send(phone, 'sign-in', ann);
  await send(tablet, 'sign-in', ann);
  const other = world.newBrowser();
  await send(other, 'sign-up', ben);
  expect((await send(desk, 'end-other-sessions')).said).toBe('2 other devices were signed out.');
  expect([await whoIs(desk), await whoIs(phone), await whoIs(tablet)]).toEqual([ann.email, 'none', 'none']);
  expect(await whoIs(other)).toBe(ben.email);
});

test('unlinking never takes the last way in', async () => {
  using world = newWorld(oidc);
  const user = await createUser(world.db, { ...ann, name: null, passwordHash: null });
  const link = { providerAccountId: '42', userId: user!.id, createdAt: new Date() };
  world.db
    .insert(accounts)
    .values({ provider: 'oidc', ...link })
    .run();
  // A provider that this server has no keys for any more is no way in.
  world.db
    .insert(accounts)
    .values({ provider: 'github', ...link })
    .run();
  const browser = await signedInAs(world, user!.id);
  expect(await send(browser, 'unlink', { provider: 'oidc' })).toMatchObject({ status: 409, code: 'last-way-in' });
  expect((await send(browser, 'change-password', { password: ann.password })).status).toBe(200);
  expect((await send(browser, 'unlink', { provider: 'oidc' })).status).toBe(200);
  expect((await send(browser, 'sign-in', ann)).status).toBe(200);
});

test('linking wants the password once the sign-in is not fresh, and a fresh sign-in of those without one', async () => {
  using world = newWorld(oidc);
  const browser = world.newBrowser();
  await send(browser, 'sign-up', ann);
  const anHourAgo = new Date(Date.now() - 3_600_000);
  const [annsRow] = world.db.select().from(users).all();
  const stale = await signedInAs(world, annsRow!.id, anHourAgo);
  expect(await send(stale, 'link', { provider: 'oidc' })).toMatchObject({
    status: 403,
    errors: { current: expect.any(String) as string },
  });
  expect(await send(stale, 'confirm', { current: 'a guess' })).toMatchObject({ status: 403 });
  expect(await send(stale, 'link', { provider: 'oidc' })).toMatchObject({ status: 403 });
  expect(await send(stale, 'confirm', { current: ann.password })).toMatchObject({ status: 200 });
  expect(await send(stale, 'link', { provider: 'oidc' })).toMatchObject({ status: 200 });
  expect(await send(stale, 'link', { provider: 'nobody' })).toMatchObject({ status: 400 });

  const other = await createUser(world.db, { email: ben.email, name: null, passwordHash: null });
  const without = await signedInAs(world, other!.id, anHourAgo);
  for (const form of ['link', 'change-password', 'change-email', 'delete'] as const) {
    const fields = { provider: 'oidc', password: ann.password, email: 'c@example.org', sure: 'yes' };
    expect(await send(without, form, fields), form).toMatchObject({ status: 403, code: 'not-confirmed' });
  }
});

test('deleting an account takes everything of it, and asks for the password and a tick first', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  const phone = world.newBrowser();
  await send(browser, 'sign-up', ann);
  await send(phone, 'sign-in', ann);
  expect(await send(browser, 'delete', { current: ann.password })).toMatchObject({ status: 400 });
  expect(await send(browser, 'delete', { sure: 'yes', current: 'a guess' })).toMatchObject({ status: 403 });
  expect(await send(browser, 'delete', { sure: 'yes', current: ann.password })).toMatchObject({
    status: 200,
    forget: true,
  });
  expect(world.db.select().from(users).all()).toEqual([]);
  expect(world.db.select().from(learners).all()).toEqual([]);
  expect([await whoIs(browser), await whoIs(phone)]).toEqual(['none', 'none']);
  expect(browser.jar.has('underpin_session')).toBe(false);
});

test('a guest deletes their work too, and nobody else’s', async () => {
  using world = newWorld();
  const [guest, other] = [world.newBrowser(), world.newBrowser()];
  const mark = { method: 'PUT', body: { done: true }, params: { id: 'adding' } };
  for (const browser of [guest, other]) await browser.call(markLesson, '/api/lessons/adding', mark);
  const answer = await post(guest, 'delete', { sure: 'yes' });
  expect(answer.headers.get('clear-site-data')).toBe('"storage"');
  expect(guest.jar.has('underpin_guest')).toBe(false);
  expect(world.db.select().from(learners).all()).toHaveLength(1);
  expect(await whoIs(other)).toBe('guest');
  expect(await send(world.newBrowser(), 'delete', { sure: 'yes' })).toMatchObject({ status: 404 });
});

test('a session that is over says so, and nothing typed is lost to a redirect', async () => {
  using world = newWorld();
  const user = await createUser(world.db, { ...ann, name: null, passwordHash: null });
  await createSession(world.db, { userId: user!.id, userAgent: null });
  for (const form of [
    'change-name',
    'change-password',
    'change-email',
    'cancel-email',
    'end-session',
    'end-other-sessions',
    'link',
    'unlink',
  ] as const) {
    expect(await send(world.newBrowser(), form, { email: 'a@example.org' }), form).toMatchObject({ status: 401 });
  }
});
