// caught by: catches: adds the first delay each time instead of doubling
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { retry } from './subject';

const options = { attempts: 3, firstDelayMs: 100, maxDelayMs: 1000, isTransient: () => true };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

// 100 and 200 ms: doubled, or one more each time.
test('doubles the delay', async () => {
  const work = vi.fn(async () => Promise.reject(new Error('down')));
  const refused = expect(retry(work, options)).rejects.toThrow('down');
  await vi.advanceTimersByTimeAsync(100);
  expect(work).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(199);
  expect(work).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(1);
  expect(work).toHaveBeenCalledTimes(3);
  await refused;
});
