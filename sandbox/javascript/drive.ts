import type { Guest } from './guest-stock.ts';
import { idle } from './guest.ts';
import { databaseOps, idleOp } from './mail.ts';
import type { HostCall } from './protocol.ts';
import { doCrypto } from './web-host.ts';

/** What a guest asks of the judge; whose guest it is, the caller knows. */
export type OutgoingCall = Omit<HostCall, 'type' | 'subject'>;
export type SendOut = (guest: Guest, call: OutgoingCall) => void;

/** Goes from timer to timer until there is an answer, nothing is left to do, or the time is up. */
export async function drive(guest: Guest, deadlineMs: number, sendOut: SendOut): Promise<string> {
  let isIdle = false;
  for (;;) {
    const leftMs = deadlineMs - performance.now();
    if (leftMs <= 0) return '{"kind":"time-limit"}';
    // Most answers are there once the microtasks of `begin` have run, and asking for them runs no code of theirs.
    const ready = await guest.call('outcome', [], Math.ceil(leftMs));
    const mail = await exchangeMail(guest, deadlineMs, sendOut, isIdle);
    isIdle = false;
    if (mail === 'delivered') continue;
    // Background work whose time is up is no reason to lose the answer.
    if (ready !== '') return ready;
    const answer = await guest.call('step', [], Math.ceil(leftMs));
    if (answer === idle && mail !== 'none') {
      isIdle = true;
      if (mail === 'stalled') sayIdle(guest, sendOut);
      continue;
    }
    if (answer !== '') return answer;
  }
}

/**
 * Passes on what the guest asks of the outside, and waits for an answer while one is open: time stands still meanwhile.
 * `stalled`: what is open is answered only when the guest goes on, as a lock that it holds itself while a timer runs.
 */
export async function exchangeMail(
  guest: Guest,
  deadlineMs: number,
  sendOut: SendOut,
  isIdle = false,
): Promise<'delivered' | 'stalled' | 'late' | 'none'> {
  if (guest.sort === 'plain') return 'none';
  const { mail } = guest;
  // What the answers of one step lead to is one step again.
  const taken = mail.isDelivering() ? '' : await guest.call('takeCalls', [], 200);
  const calls = taken === '' ? [] : (JSON.parse(taken) as Omit<OutgoingCall, 'more'>[]);
  let more = calls.filter(({ op }) => databaseOps.has(op)).length;
  for (const one of calls) {
    mail.open(one.call, one.op);
    if (one.op === 'crypto') {
      void doCrypto(one.payload).then((answer) => mail.put(one.call, answer));
      continue;
    }
    if (databaseOps.has(one.op)) more--;
    sendOut(guest, { ...one, more });
  }
  const letter = await mail.next(deadlineMs - performance.now(), isIdle);
  if (typeof letter === 'string') return letter;
  const leftMs = Math.max(1, deadlineMs - performance.now());
  await guest.call('deliver', [`${letter.call}`, letter.answer], Math.ceil(leftMs));
  return 'delivered';
}

/** Whoever waits for a connection of the guest's own pool then waits for ever, and should be told. */
function sayIdle(guest: Guest, sendOut: SendOut): void {
  sendOut(guest, { call: 0, op: idleOp, owner: -1, atMs: 0, payload: `${guest.mail.size()}`, more: 0 });
}
