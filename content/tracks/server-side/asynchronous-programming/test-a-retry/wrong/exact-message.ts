// caught by: accepts: right implementation 2
import { expect, test, vi } from 'vitest';
import { retry } from './subject';

const options = { firstDelayMs: 100, maxDelayMs: 1000, isTransient: () => true };

// The contract names the kind of error and not its words.
test('refuses 0 attempts', async () => {
  await expect(retry(vi.fn(), { ...options, attempts: 0 })).rejects.toThrow('attempts must be at least 1');
});
