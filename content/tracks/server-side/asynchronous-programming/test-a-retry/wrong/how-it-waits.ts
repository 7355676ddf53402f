// caught by: accepts: right implementation 3
import { expect, test, vi } from 'vitest';
import { retry } from './subject';

const options = { attempts: 1, firstDelayMs: 100, maxDelayMs: 1000 };

// Whether the last error is looked at is nobody's business: there is nothing left to decide.
test('asks whether the error is transient', async () => {
  const isTransient = vi.fn(() => true);
  const work = vi.fn(async () => Promise.reject(new Error('down')));
  await expect(retry(work, { ...options, isTransient })).rejects.toThrow('down');
  expect(isTransient).not.toHaveBeenCalled();
});
