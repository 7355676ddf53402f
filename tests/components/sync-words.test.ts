import { expect, test } from 'vitest';
import type { Work } from '#lib/outbox/letter';
import { quietVerdict } from '#lib/quiet-verdict';
import { newsOf, syncWords, type SyncFacts } from '../../components/sync-words.ts';
import { failed, passed } from '../db/verdicts.ts';

const allWell: SyncFacts = {
  isOnline: true,
  waiting: 0,
  drafts: 0,
  others: 0,
  othersDrafts: 0,
  isSending: false,
  isOffline: false,
  isSignedIn: false,
  asOf: null,
};

const words = (facts: Partial<SyncFacts>) => syncWords({ ...allWell, ...facts });

test('when all is well nothing is said, also while a draft is on its way', () => {
  expect(words({})).toBeNull();
  expect(words({ drafts: 1 })).toBeNull();
});

test('offline, the line says how much waits on this device', () => {
  expect(words({ isOnline: false })?.text).toBe('Offline.');
  expect(words({ isOnline: false, waiting: 1 })?.text).toBe(
    'Offline. 1 change waits on this device until the server answers.',
  );
  expect(words({ isOffline: true, waiting: 1, drafts: 2 })?.text).toContain('3 changes wait on this device');
});

test('progress that is old says of when it is', () => {
  expect(words({ asOf: '2026-01-02T03:04:00Z' })?.text).toMatch(/^Offline\. Progress is shown as of .*2026/);
});

test('what is being sent is said, and what will be', () => {
  expect(words({ waiting: 2, isSending: true })?.text).toBe('Sending what was done offline.');
  expect(words({ waiting: 2 })?.text).toBe('2 changes wait to be sent.');
});

test('what only somebody else may send asks for a sign-in, and not while another is signed in', () => {
  expect(words({ others: 1, othersDrafts: 1 })).toEqual({
    text: 'A sign-in is needed to send 2 changes made here before.',
    signIn: true,
  });
  expect(words({ others: 1, isSignedIn: true })).toBeNull();
});

const work: Work = { kind: 'submission', exercise: 'sums', title: 'Sums', files: {} };
const ofMock: Work = { ...work, mock: { mockId: 'mck_1', partId: 'built' } };

test('the verdict of a mock interview that comes late leads back to it and counts no tests, as it knows of none', () => {
  expect(newsOf({ work, outcome: { type: 'verdict', verdict: passed } })).toEqual({
    text: 'Sums has been sent. Passed: all 2 tests pass.',
    path: '/practice/sums',
  });
  expect(newsOf({ work: ofMock, outcome: { type: 'verdict', verdict: quietVerdict(passed) } })).toEqual({
    text: 'Sums has been sent. Passed: all tests pass.',
    path: '/interview/mocks/mck_1',
  });
  const late = newsOf({ work: ofMock, outcome: { type: 'verdict', verdict: quietVerdict(failed) } });
  expect(late?.text).toBe('Sums has been sent. A test does not pass.');
});

test('what was refused is not called sent, and says why', () => {
  const problem = { code: 'mock-over', status: 409, detail: 'The time is over.', retryAfterMs: null, body: undefined };
  expect(newsOf({ work: ofMock, outcome: { type: 'refused', problem } })?.text).toBe(
    'Sums. Not taken: The time is over.',
  );
  expect(newsOf({ work, outcome: { type: 'refused', problem: { ...problem, detail: '' } } })?.text).toBe(
    'Sums. Not taken: The time is over.',
  );
});
