// caught by: catches: makes one attempt more than it may
import { expect, test, vi } from 'vitest';
import { retry } from './subject';

const options = { attempts: 3, firstDelayMs: 100, maxDelayMs: 1000, isTransient: () => true };

test('retries until it works', async () => {
  const work = vi.fn(async () => 'in stock').mockRejectedValueOnce(new Error('down'));
  await expect(retry(work, options)).resolves.toBe('in stock');
  expect(work).toHaveBeenCalledTimes(2);
});
