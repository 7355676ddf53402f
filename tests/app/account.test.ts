import { beforeEach, expect, test, vi } from 'vitest';
import { createUser, resolveProvider, userByEmail, userByProvider } from '#db/users';
import { authOptions } from '../../app/auth/options.ts';
import { DELETE as revoke } from '../../app/api/account/sessions/[id]/route.ts';
import { GET as sessions } from '../../app/api/account/sessions/route.ts';
import { POST as postForm } from '../../app/api/account/forms/[form]/route.ts';
import { POST as signUp } from '../../app/api/account/route.ts';
import { GET as authGet, POST as authPost } from '../../app/api/auth/[...nextauth]/route.ts';
import { PUT as saveDraft } from '../../app/api/drafts/[exercise]/route.ts';
import { PUT as markLesson } from '../../app/api/lessons/[id]/route.ts';
import { GET as me } from '../../app/api/me/route.ts';
import { POST as submit } from '../../app/api/submissions/route.ts';
import type { Browser } from './browser.ts';
import { grader } from './grader.ts';
import { newWorld } from './world.ts';

vi.mock('next/headers', () => import('./next-headers.ts'));
vi.mock('#content/load', async () => (await import('./content.ts')).content);
vi.mock('#sandbox/client', () => import('./grader.ts'));

beforeEach(() => grader.reset());

const ann = { email: 'Ann@Example.org', password: 'correct horse battery' };

/** As `signIn('credentials', { redirect: false })` does it. Resolves to the error's name, or null. */
async function signIn(browser: Browser, { email, password }: typeof ann, headers: Record<string, string> = {}) {
  const csrf = await browser.call(authGet, '/api/auth/csrf', { params: { nextauth: ['csrf'] } });
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const response = await browser.call(authPost, '/api/auth/callback/credentials', {
    params: { nextauth: ['callback', 'credentials'] },
    headers: { 'content-type': 'application/json', 'user-agent': 'Firefox', ...headers },
    body: { csrfToken, email, password, json: 'true', callbackUrl: '/' },
  });
  const { url } = (await response.json()) as { url: string };
  return new URL(url).searchParams.get('error');
}

async function signOut(browser: Browser) {
  const csrf = await browser.call(authGet, '/api/auth/csrf', { params: { nextauth: ['csrf'] } });
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const headers = { 'content-type': 'application/json' };
  const body = { csrfToken, json: 'true' };
  await browser.call(authPost, '/api/auth/signout', { params: { nextauth: ['signout'] }, headers, body });
}

async function whoIs(browser: Browser) {
  const response = await browser.call(me, '/api/me');
  return (await response.json()) as {
    learner: { kind: string; id?: string; email?: string; formerly?: string[] };
    exercises: Record<string, unknown>;
    lessons: Record<string, unknown>;
  };
}

async function signedUp(browser: Browser) {
  expect((await browser.call(signUp, '/api/account', { body: ann })).status).toBe(201);
  expect(await signIn(browser, ann)).toBeNull();
}

const submission = { exercise: 'sums', files: { 'solution.ts': 'x' }, mode: 'submit' };

test('a guest who signs up and in keeps everything', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  await (await browser.call(submit, '/api/submissions', { body: submission })).text();
  const params = { id: 'adding' };
  await browser.call(markLesson, '/api/lessons/adding', { method: 'PUT', body: { done: true }, params });
  expect((await whoIs(browser)).learner.kind).toBe('guest');
  await signedUp(browser);
  const known = await whoIs(browser);
  expect(known.learner).toMatchObject({ kind: 'account', email: 'ann@example.org', name: null, owner: true });
  expect(known.exercises.sums).toMatchObject({ status: 'passed', attempts: 1 });
  expect(known.lessons.adding).toMatchObject({ doneAt: expect.any(String) as string });
  expect(browser.jar.has('underpin_guest')).toBe(false);
});

test('what a guest had not sent yet is taken as the account’s that the guest became, and as nobody else’s', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  const params = { id: 'adding' };
  await browser.call(markLesson, '/api/lessons/adding', { method: 'PUT', body: { done: true }, params });
  const guest = (await whoIs(browser)).learner.id!;
  await signedUp(browser);
  expect((await whoIs(browser)).learner.formerly).toEqual([guest]);
  const late = { method: 'PUT', body: { done: false }, params, headers: { 'x-underpin-learner': guest } };
  expect((await browser.call(markLesson, '/api/lessons/adding', late)).status).toBe(200);
  const other = world.newBrowser();
  await other.call(markLesson, '/api/lessons/adding', { method: 'PUT', body: { done: true }, params });
  expect((await other.call(markLesson, '/api/lessons/adding', late)).status).toBe(409);
});

test('a guest who signs in again on another device keeps the better result of both', async () => {
  using world = newWorld();
  await signedUp(world.newBrowser());
  const phone = world.newBrowser();
  await (await phone.call(submit, '/api/submissions', { body: submission })).text();
  expect(await signIn(phone, ann)).toBeNull();
  expect((await whoIs(phone)).exercises.sums).toMatchObject({ status: 'passed' });
});

test('the guest cookie cannot be read by scripts and does not go to other sites', async () => {
  using world = newWorld();
  const draft = { method: 'PUT', body: { file: 'solution.ts', source: 'x', baseRevision: null } };
  const response = await world
    .newBrowser()
    .call(saveDraft, '/api/drafts/sums', { ...draft, params: { exercise: 'sums' } });
  const [cookie = ''] = response.headers.getSetCookie();
  expect(cookie).toMatch(/^underpin_guest=[\w-]{43};/);
  expect(cookie).toContain('HttpOnly');
  expect(cookie).toMatch(/SameSite=lax/i);
  expect(cookie).toContain('Path=/');
  expect(cookie).not.toContain('Secure');
});

test('over https, cookies are never sent in the clear', async () => {
  using world = newWorld({ BASE_URL: 'https://learn.example.org' });
  const draft = { method: 'PUT', body: { file: 'solution.ts', source: 'x', baseRevision: null } };
  const response = await world
    .newBrowser()
    .call(saveDraft, '/api/drafts/sums', { ...draft, params: { exercise: 'sums' } });
  expect(response.headers.getSetCookie()[0]).toContain('Secure');
  expect(response.headers.get('strict-transport-security')).toContain('max-age');
  expect(authOptions().cookies?.sessionToken).toMatchObject({
    name: '__Secure-underpin_session',
    options: { httpOnly: true, sameSite: 'lax', secure: true },
  });
});

test('looking around makes nobody a guest', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  expect(await whoIs(browser)).toEqual({
    learner: { kind: 'none' },
    lessons: {},
    exercises: {},
    selfScores: {},
    lastVisited: null,
    due: 0,
    dueByKind: { check: 0, exercise: 0, question: 0 },
    inReview: [],
    level: null,
  });
  expect(browser.jar.size).toBe(0);
});

test('a revoked session is out at once', async () => {
  using world = newWorld();
  const desk = world.newBrowser();
  const phone = world.newBrowser();
  await signedUp(desk);
  expect(await signIn(phone, ann)).toBeNull();
  const listed = (await (await desk.call(sessions, '/api/account/sessions')).json()) as {
    sessions: { id: string; current: boolean; userAgent: string }[];
  };
  expect(listed.sessions.map((session) => session.current).sort()).toEqual([false, true]);
  const { id } = listed.sessions.find((session) => !session.current)!;
  const path = `/api/account/sessions/${id}`;
  expect((await desk.call(revoke, path, { method: 'DELETE', params: { id } })).status).toBe(204);
  expect((await whoIs(phone)).learner.kind).toBe('none');
  expect((await phone.call(sessions, '/api/account/sessions')).status).toBe(401);
  expect((await whoIs(desk)).learner.kind).toBe('account');
  expect((await desk.call(revoke, path, { method: 'DELETE', params: { id } })).status).toBe(404);
});

test('signing out ends the session on the server: a stolen copy of the cookie is worth nothing', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  await signedUp(browser);
  const thief = world.newBrowser();
  for (const [name, value] of browser.jar) thief.jar.set(name, value);
  expect((await whoIs(thief)).learner.kind).toBe('account');
  await signOut(browser);
  expect((await whoIs(browser)).learner.kind).toBe('none');
  expect((await whoIs(thief)).learner.kind).toBe('none');
});

test("somebody else's session cannot be revoked", async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  await signedUp(browser);
  const listed = (await (await browser.call(sessions, '/api/account/sessions')).json()) as {
    sessions: { id: string }[];
  };
  const { id } = listed.sessions[0]!;
  const ben = world.newBrowser();
  const other = { email: 'ben@example.org', password: 'another long password' };
  await ben.call(signUp, '/api/account', { body: other });
  expect(await signIn(ben, other)).toBeNull();
  const path = `/api/account/sessions/${id}`;
  expect((await ben.call(revoke, path, { method: 'DELETE', params: { id } })).status).toBe(404);
  expect((await whoIs(browser)).learner.kind).toBe('account');
});

test('signing up says which field is wrong, and an address is taken whatever its case', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  const refused = await browser.call(signUp, '/api/account', { body: { email: 'ann', password: 'short' } });
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({
    code: 'invalid-request',
    errors: { email: expect.any(String) as string, password: expect.any(String) as string },
  });
  await signedUp(browser);
  const again = await browser.call(signUp, '/api/account', { body: { ...ann, email: 'aNN@example.ORG' } });
  expect(again.status).toBe(409);
  expect(await again.json()).toMatchObject({ code: 'email-taken' });
});

test('a wrong password and an unknown address look the same', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  await browser.call(signUp, '/api/account', { body: ann });
  expect(await signIn(browser, { ...ann, password: 'wrong password' })).toBe('CredentialsSignin');
  expect(await signIn(browser, { email: 'no@example.org', password: 'wrong password' })).toBe('CredentialsSignin');
  expect((await whoIs(browser)).learner.kind).toBe('none');
});

test('an account without a password cannot be entered with one', async () => {
  using world = newWorld();
  await createUser(world.db, { email: 'ann@example.org', name: null, passwordHash: null });
  expect(await signIn(world.newBrowser(), { ...ann, password: '' })).toBe('CredentialsSignin');
});

test('guessing a password is slowed down from one address, and from many', async () => {
  using world = newWorld({ TRUST_PROXY: '1' });
  const browser = world.newBrowser();
  await browser.call(signUp, '/api/account', { body: ann });
  const guess = (address: string) =>
    signIn(world.newBrowser(), { ...ann, password: 'wrong password' }, { 'x-forwarded-for': address });
  for (let number = 1; number <= 5; number += 1) expect(await guess('192.0.2.1')).toBe('CredentialsSignin');
  expect(await guess('192.0.2.1')).toBe('rate-limited');
  expect(await signIn(browser, ann, { 'x-forwarded-for': '192.0.2.1' })).toBe('rate-limited');
  expect(await signIn(browser, ann, { 'x-forwarded-for': '192.0.2.2' })).toBeNull();
  for (let number = 7; number <= 30; number += 1) await guess(`198.51.100.${number}`);
  expect(await guess('203.0.113.1')).toBe('rate-limited');
});

test('the right password clears the tries before it', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  await browser.call(signUp, '/api/account', { body: ann });
  for (let round = 1; round <= 3; round += 1) {
    for (let number = 1; number <= 3; number += 1) await signIn(browser, { ...ann, password: 'wrong password' });
    expect(await signIn(browser, ann)).toBeNull();
  }
});

test('without TRUST_PROXY, a made-up address does not get round the limit', async () => {
  using world = newWorld();
  await world.newBrowser().call(signUp, '/api/account', { body: ann });
  const errors: unknown[] = [];
  for (let number = 1; number <= 6; number += 1) {
    const headers = { 'x-forwarded-for': `192.0.2.${number}`, 'x-underpin-peer': '127.0.0.1' };
    errors.push(await signIn(world.newBrowser(), { ...ann, password: 'wrong password' }, headers));
  }
  expect(errors.at(-1)).toBe('rate-limited');
});

test('a sign-in from another site is refused', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  await browser.call(signUp, '/api/account', { body: ann });
  const csrf = await browser.call(authGet, '/api/auth/csrf', { params: { nextauth: ['csrf'] } });
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const response = await browser.call(authPost, '/api/auth/callback/credentials', {
    params: { nextauth: ['callback', 'credentials'] },
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' },
    body: { csrfToken, ...ann, json: 'true' },
  });
  expect(response.status).toBe(403);
  expect((await whoIs(browser)).learner.kind).toBe('none');
});

const oidc = {
  AUTH_OIDC_ISSUER: 'http://localhost:9',
  AUTH_OIDC_ID: 'underpin',
  AUTH_OIDC_SECRET: 'secret',
};

/** next-auth's `signIn` callback, as it is called when a provider has sent somebody back. */
async function backFromProvider(browser: Browser, claims: { sub: string; email?: string; email_verified?: boolean }) {
  const { signIn: allow } = authOptions().callbacks!;
  let allowed: string | boolean = false;
  await browser.call(async () => {
    allowed = await allow!({
      user: { id: claims.sub, email: claims.email ?? null, name: 'Ann' },
      account: { provider: 'oidc', type: 'oauth', providerAccountId: claims.sub },
      profile: claims,
    });
    return new Response();
  }, '/api/auth/callback/oidc');
  return allowed as string | boolean;
}

test('a provider account with the e-mail address of an account is refused, with a reason', async () => {
  using world = newWorld();
  await signedUp(world.newBrowser());
  const allowed = await backFromProvider(world.newBrowser(), {
    sub: '42',
    email: 'ANN@example.org',
    email_verified: true,
  });
  expect(allowed).toBe('http://localhost:3000/account/sign-in?error=OAuthAccountNotLinked');
  const attempt = { provider: 'oidc', providerAccountId: '42', email: 'ann@example.org', emailRefuted: false };
  const outcome = await resolveProvider(world.db, { ...attempt, name: null, currentUserId: null });
  expect(outcome).toEqual({ outcome: 'email-taken' });
});

test('signed in, the owner asks to link a provider account, which then signs in on its own', async () => {
  using world = newWorld(oidc);
  const browser = world.newBrowser();
  await signedUp(browser);
  const body = new URLSearchParams({ provider: 'oidc' }).toString();
  const asked = { body, headers: { accept: 'application/json' }, params: { form: 'link' } };
  expect((await browser.call(postForm, '/api/account/forms/link', asked)).status).toBe(200);
  expect(await backFromProvider(browser, { sub: '42', email: 'elsewhere@example.org' })).toBe(true);
  expect(await backFromProvider(world.newBrowser(), { sub: '42', email: 'elsewhere@example.org' })).toBe(true);
  expect(await userByEmail(world.db, 'elsewhere@example.org')).toBeNull();
});

test('without asking, being signed in links nothing: the next person at a shared screen gets an account of their own', async () => {
  using world = newWorld(oidc);
  const browser = world.newBrowser();
  await signedUp(browser);
  expect(await backFromProvider(browser, { sub: '42', email: 'ben@example.org' })).toBe(true);
  const ben = await userByEmail(world.db, 'ben@example.org');
  expect(await userByProvider(world.db, 'oidc', '42')).toEqual(ben);
});

test('an address that the provider calls unproved makes no account', async () => {
  using world = newWorld();
  const allowed = await backFromProvider(world.newBrowser(), {
    sub: '42',
    email: 'new@example.org',
    email_verified: false,
  });
  expect(allowed).toContain('error=email-unverified');
  expect(await userByEmail(world.db, 'new@example.org')).toBeNull();
});
