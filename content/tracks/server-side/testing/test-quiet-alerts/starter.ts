import { describe, expect, test, vi } from 'vitest';
import { createAlerts } from './subject';

describe('alerts', () => {
  test('sends the first alert of a check', async () => {
    const send = vi.fn(async () => {});
    const { alert } = createAlerts({ send, now: () => 0, quietMs: 1000 });

    await expect(alert('disk', 'The disk is full')).resolves.toBe('sent');
    expect(send).toHaveBeenCalledTimes(1);
  });
});
