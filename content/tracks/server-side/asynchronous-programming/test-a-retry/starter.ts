import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { retry } from './subject';

describe('retry', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('resolves to what the first call resolves to', async () => {
    const work = vi.fn(async () => 'in stock');
    const options = { attempts: 3, firstDelayMs: 100, maxDelayMs: 1000, isTransient: () => true };

    await expect(retry(work, options)).resolves.toBe('in stock');
    expect(work).toHaveBeenCalledTimes(1);
  });
});
