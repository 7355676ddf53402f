import { describe, expect, test, vi } from 'vitest';
import { createAlerts } from './subject';

type Mail = { check: string; text: string; repeated: number };

function setUp() {
  let time = 50_000;
  const send = vi.fn(async (_mail: Mail): Promise<void> => {});
  const { alert } = createAlerts({ send, now: () => time, quietMs: 1000 });
  return { send, alert, pass: (ms: number) => void (time += ms) };
}

describe('the quiet time', () => {
  test('sends the first alert at once', async () => {
    const { send, alert } = setUp();
    await expect(alert('disk', '90 %')).resolves.toBe('sent');
    expect(send.mock.calls).toEqual([[{ check: 'disk', text: '90 %', repeated: 0 }]]);
  });

  test('holds what comes before it is over, and sends at its end', async () => {
    const { send, alert, pass } = setUp();
    await alert('disk', 'one');
    pass(999);
    await expect(alert('disk', 'two')).resolves.toBe('held');
    expect(send).toHaveBeenCalledTimes(1);
    pass(1);
    await expect(alert('disk', 'three')).resolves.toBe('sent');
    expect(send).toHaveBeenLastCalledWith({ check: 'disk', text: 'three', repeated: 1 });
  });

  test('is counted from the last mail, and begins anew with each', async () => {
    const { alert, pass } = setUp();
    await alert('disk', 'one');
    pass(1000);
    await expect(alert('disk', 'two')).resolves.toBe('sent');
    pass(999);
    await expect(alert('disk', 'three')).resolves.toBe('held');
  });

  test('is one for each check', async () => {
    const { send, alert, pass } = setUp();
    await alert('disk', 'one');
    await alert('disk', 'two');
    await expect(alert('orders', 'none for an hour')).resolves.toBe('sent');
    expect(send).toHaveBeenLastCalledWith({ check: 'orders', text: 'none for an hour', repeated: 0 });
    pass(1000);
    await alert('orders', 'still none');
    expect(send).toHaveBeenLastCalledWith({ check: 'orders', text: 'still none', repeated: 0 });
  });
});

test('each mail counts what was held since the one before', async () => {
  const { send, alert, pass } = setUp();
  for (const held of [2, 1, 0]) {
    await alert('disk', 'sent');
    for (let times = 0; times < held; times++) await alert('disk', 'held');
    pass(1000);
  }
  await alert('disk', 'sent');
  expect(send.mock.calls.map(([mail]) => mail.repeated)).toEqual([0, 2, 1, 0]);
});

describe('when sending fails', () => {
  test('passes the error on, and tries again with the next alert', async () => {
    const { send, alert } = setUp();
    const error = new Error('the mail server is away');
    send.mockRejectedValueOnce(error);
    await expect(alert('disk', 'one')).rejects.toBe(error);
    await expect(alert('disk', 'two')).resolves.toBe('sent');
    expect(send).toHaveBeenLastCalledWith({ check: 'disk', text: 'two', repeated: 0 });
  });

  test('still counts what was held before', async () => {
    const { send, alert, pass } = setUp();
    await alert('disk', 'one');
    await alert('disk', 'two');
    pass(1000);
    send.mockRejectedValueOnce(new Error('away'));
    await expect(alert('disk', 'three')).rejects.toThrow();
    await alert('disk', 'four');
    expect(send).toHaveBeenLastCalledWith({ check: 'disk', text: 'four', repeated: 1 });
  });
});

test('says that a mail was sent only when it was', async () => {
  const { send, alert } = setUp();
  let finish = () => {};
  send.mockImplementationOnce(() => new Promise((resolve) => void (finish = resolve)));
  let told = '';
  const sending = alert('disk', 'one').then((answer) => void (told = answer));
  await new Promise((resolve) => void setTimeout(resolve, 10));
  expect(told).toBe('');
  finish();
  await sending;
  expect(told).toBe('sent');
});
