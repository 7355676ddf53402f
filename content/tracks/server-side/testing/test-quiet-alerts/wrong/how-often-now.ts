// caught by: accepts: right implementation 2
import { expect, test, vi } from 'vitest';
import { createAlerts } from './subject';

// How often the clock is asked is nobody's business.
test('asks for the time once', async () => {
  const now = vi.fn(() => 0);
  const { alert } = createAlerts({ send: async () => {}, now, quietMs: 1000 });
  await alert('disk', 'one');
  expect(now).toHaveBeenCalledTimes(1);
});
