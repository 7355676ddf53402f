import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { passwordResets } from '#db/tables';
import { environment } from '#lib/env';
import { userByEmail } from '#db/users';
import { POST as make } from '../../../app/api/operator/accounts/[id]/reset-link/route.ts';
import { signedIn } from '../signed-in.ts';
import { newWorld } from '../world.ts';
import { ann, send } from './forms.ts';

vi.mock('next/headers', () => import('../next-headers.ts'));

const root = path.join(import.meta.dirname, '../../..');

function resetLink(...given: string[]) {
  const env = { ...process.env, UNDERPIN_DATA: environment().dataDir, BASE_URL: 'https://learn.example.org' };
  return spawnSync(process.execPath, ['scripts/reset-link.ts', ...given], { cwd: root, env, encoding: 'utf8' });
}

// Each starts a process of its own, which takes long on a busy machine.
const timeout = 120_000;

test(
  'the operator’s command prints one link, beside a running server, and it sets the password',
  { timeout },
  async () => {
    using world = newWorld();
    await send(world.newBrowser(), 'sign-up', ann);
    const { stdout, status } = resetLink('Ann@example.org');
    expect(status).toBe(0);
    const link = new URL(stdout.trim());
    expect(link.origin).toBe('https://learn.example.org');
    const fields = { token: link.searchParams.get('token') ?? '', password: 'violet lamp over rivers' };
    expect((await send(world.newBrowser(), 'reset', fields)).status).toBe(200);
  },
);

test('for an address without an account, or none, it says so and prints nothing', { timeout }, () => {
  using world = newWorld();
  for (const given of [['nobody@example.org'], []]) {
    const { stdout, stderr, status } = resetLink(...given);
    expect([stdout, status]).toEqual(['', 1]);
    expect(stderr).toMatch(/^underpin: /);
  }
  expect(world.db.select().from(passwordResets).all()).toEqual([]);
});

test('an owner makes a link at /operator/learners, and it sets the password of that account alone', async () => {
  using world = newWorld();
  const owner = await signedIn(world, 'owner@example.org');
  await send(world.newBrowser(), 'sign-up', ann);
  const user = await userByEmail(world.db, 'ann@example.org');
  const at = { params: { id: user!.id }, body: {} };
  const made = await owner.call(make, `/api/operator/accounts/${user!.id}/reset-link`, at);
  expect([made.status, made.headers.get('cache-control')]).toEqual([201, 'no-store']);
  const link = new URL(((await made.json()) as { url: string }).url);
  const fields = { token: link.searchParams.get('token') ?? '', password: 'violet lamp over rivers' };
  expect((await send(world.newBrowser(), 'reset', fields)).status).toBe(200);
  expect((await send(world.newBrowser(), 'sign-in', { ...ann, password: 'violet lamp over rivers' })).status).toBe(200);
});

test('an owner is told that an account is not there', async () => {
  using world = newWorld();
  const owner = await signedIn(world, 'owner@example.org');
  const missing = await owner.call(make, '/api/operator/accounts/usr_nobody/reset-link', {
    params: { id: 'usr_nobody' },
    body: {},
  });
  expect([missing.status, await missing.json()]).toMatchObject([404, { detail: 'There is no such account.' }]);
});
