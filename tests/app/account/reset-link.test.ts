import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { passwordResets } from '#db/tables';
import { environment } from '#lib/env';
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
