import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { retry } from './subject';

const options = { attempts: 5, firstDelayMs: 100, maxDelayMs: 500, isTransient: () => true };

/** Fails with `failure 1`, `failure 2` … */
const failing = () =>
  vi.fn(async (attempt: number): Promise<string> => {
    throw new Error(`failure ${attempt}`);
  });

describe('retry', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('calls at once, and resolves to what the call resolves to', async () => {
    const work = vi.fn(async () => 'in stock');
    const result = retry(work, options);
    await vi.advanceTimersByTimeAsync(0);
    expect(work).toHaveBeenCalledTimes(1);
    await expect(result).resolves.toBe('in stock');
  });

  test('stops at the first call that works', async () => {
    const work = failing().mockImplementationOnce(async () => Promise.reject(new Error('down')));
    work.mockImplementationOnce(async () => 'in stock');
    const result = retry(work, options);
    await vi.runAllTimersAsync();
    await expect(result).resolves.toBe('in stock');
    expect(work).toHaveBeenCalledTimes(2);
  });

  test('tells each call its number', async () => {
    const work = failing();
    const refused = expect(retry(work, { ...options, attempts: 3 })).rejects.toThrow();
    await vi.runAllTimersAsync();
    await refused;
    expect(work.mock.calls.map(([attempt]) => attempt)).toEqual([1, 2, 3]);
  });

  test('gives up after so many attempts, with the very error of the last', async () => {
    const errors = [new Error('first'), new Error('second'), new Error('third')];
    const work = vi.fn(async (attempt: number): Promise<string> =>
      Promise.reject(errors[attempt - 1] ?? new Error('one too many')),
    );
    const refused = expect(retry(work, { ...options, attempts: 3 })).rejects.toBe(errors[2]);
    await vi.runAllTimersAsync();
    await refused;
    expect(work).toHaveBeenCalledTimes(3);
  });

  test('waits twice as long each time, and never longer than the longest delay', async () => {
    const work = failing();
    const refused = expect(retry(work, { ...options, attempts: 6 })).rejects.toThrow('failure 6');
    await vi.advanceTimersByTimeAsync(0);
    for (const [index, delayMs] of [100, 200, 400, 500, 500].entries()) {
      await vi.advanceTimersByTimeAsync(delayMs - 1);
      expect(work).toHaveBeenCalledTimes(index + 1);
      await vi.advanceTimersByTimeAsync(1);
      expect(work).toHaveBeenCalledTimes(index + 2);
    }
    await refused;
  });

  test('does not wait after the last failure', async () => {
    const refused = expect(retry(failing(), { ...options, attempts: 2 })).rejects.toThrow('failure 2');
    await vi.advanceTimersByTimeAsync(100);
    expect(vi.getTimerCount()).toBe(0);
    await refused;
  });

  test('passes on an error that is not transient, without another call', async () => {
    const error = new Error('card declined');
    const work = vi.fn(async () => Promise.reject(error));
    const isTransient = vi.fn(() => false);
    const refused = expect(retry(work, { ...options, isTransient })).rejects.toBe(error);
    await vi.runAllTimersAsync();
    await refused;
    expect(isTransient).toHaveBeenCalledWith(error);
    expect(work).toHaveBeenCalledTimes(1);
  });

  test.each([0, -1])('refuses %d attempts', async (attempts) => {
    const work = failing();
    await expect(retry(work, { ...options, attempts })).rejects.toBeInstanceOf(RangeError);
    expect(work).not.toHaveBeenCalled();
  });
});
