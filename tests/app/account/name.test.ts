import { createElement } from 'react';
import { expect, test, vi } from 'vitest';
import AccountPage from '../../../app/account/page.tsx';
import { GET as exportAll } from '../../../app/api/account/export/route.ts';
import { POST as importAll } from '../../../app/api/account/import/route.ts';
import { GET as me } from '../../../app/api/me/route.ts';
import type { Browser } from '../browser.ts';
import { textOfPage } from '../page-text.ts';
import { newWorld } from '../world.ts';
import { ann, ben, post, send } from './forms.ts';

vi.mock('next/headers', () => import('../next-headers.ts'));
vi.mock('next/navigation', async () => (await import('../access/stand-ins.ts')).navigationOfTables());
vi.mock('#content/load', async () => (await import('../content.ts')).content);

async function nameOf(browser: Browser): Promise<unknown> {
  const { learner } = (await (await browser.call(me, '/api/me')).json()) as { learner: { name?: string | null } };
  return learner.name;
}

async function exported(browser: Browser): Promise<{ account: { name: string | null } }> {
  return (await (await browser.call(exportAll, '/api/account/export')).json()) as { account: { name: string | null } };
}

test('a name is given, changed and taken away on the account page, by its owner alone', async () => {
  using world = newWorld();
  const [desk, other] = [world.newBrowser(), world.newBrowser()];
  await send(desk, 'sign-up', { ...ann, name: 'Anne' });
  await send(other, 'sign-up', ben);
  expect(await send(desk, 'change-name', { name: '  Ann Ó Briain  ' })).toMatchObject({
    status: 200,
    stays: true,
    said: 'Your name is Ann Ó Briain now.',
  });
  expect([await nameOf(desk), await nameOf(other)]).toEqual(['Ann Ó Briain', null]);
  const page = await desk.call(async () => {
    const props = { searchParams: Promise.resolve({}) };
    return new Response(await textOfPage(createElement(AccountPage as never, props as never)));
  }, '/account');
  expect(await page.text()).toContain('value="Ann Ó Briain"');
  expect(await send(desk, 'change-name', { name: ' ' })).toMatchObject({ status: 200 });
  expect(await nameOf(desk)).toBeNull();
});

test('a name that is too long is refused beside its field, and a form without the field changes nothing', async () => {
  using world = newWorld();
  const desk = world.newBrowser();
  await send(desk, 'sign-up', { ...ann, name: 'Ann' });
  const long = 'n'.repeat(81);
  expect(await send(desk, 'change-name', { name: long })).toMatchObject({
    status: 400,
    errors: { name: 'Use at most 80 characters.' },
  });
  expect((await send(desk, 'change-name')).status).toBe(400);
  expect(await nameOf(desk)).toBe('Ann');
});

test('without scripts the form leads back to the account page, which says what came of it', async () => {
  using world = newWorld();
  const desk = world.newBrowser();
  await send(desk, 'sign-up', ann);
  const answer = await post(desk, 'change-name', { name: 'Ann' });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, expect.stringMatching(/^\/account\?form=/)]);
  expect(await nameOf(desk)).toBe('Ann');
});

test('a name is changed thirty times an hour at most', async () => {
  using world = newWorld();
  const desk = world.newBrowser();
  await send(desk, 'sign-up', ann);
  for (let number = 1; number <= 30; number += 1) {
    expect((await send(desk, 'change-name', { name: `Ann ${number}` })).status).toBe(200);
  }
  expect((await send(desk, 'change-name', { name: 'Ann 31' })).status).toBe(429);
  expect(await nameOf(desk)).toBe('Ann 30');
});

test('an export has the new name, and an import of an older file leaves it', async () => {
  using world = newWorld();
  const desk = world.newBrowser();
  await send(desk, 'sign-up', { ...ann, name: 'Anne' });
  const before = await exported(desk);
  expect(before.account.name).toBe('Anne');
  await send(desk, 'change-name', { name: 'Ann' });
  expect((await exported(desk)).account.name).toBe('Ann');
  const imported = await desk.call(importAll, '/api/account/import', { method: 'POST', body: before });
  expect(imported.status).toBe(200);
  expect(await nameOf(desk)).toBe('Ann');
});
