import type { Problem } from '#lib/api-call';
import type { ErroredReason, GradingMode, TestResult, TestStatus, Verdict } from '#lib/verdict';

export const testStatusWords: Record<TestStatus, string> = {
  passed: 'Passed',
  failed: 'Failed',
  errored: 'Errored',
  'not-run': 'Not run',
};

/** What stopped the learner's code, as a heading. The verdict's own message says the rest. */
export const reasonWords: Record<ErroredReason, string> = {
  syntax: 'The code does not parse',
  type: 'The code has a type error',
  threw: 'The code threw an error',
  'time-limit': 'The code took too long',
  'memory-limit': 'The code used too much memory',
  'output-limit': 'The code gave back too much',
  'no-answer': 'The code gave no answer',
  crashed: 'The code ended the process it ran in',
};

/** Why a request was turned down, what it means for the learner's work, and what to try. */
export function problemWords(problem: Problem): { title: string; text: string } {
  const words: Record<string, [string, string] | undefined> = {
    offline: [
      'No connection',
      'The server did not answer. Your code is kept in this browser; try again when you are back online.',
    ],
    'offline-run': [
      'Run needs the server',
      'The server did not answer, and the tests run there. Your code is kept in this browser. Submit can wait: it is sent when you are back online.',
    ],
    outdated: [
      'This page is older than the server',
      'The server has been updated since this page was opened, and the two no longer understand each other. Your code is kept in this browser: reload the page, then try again.',
    ],
    'other-learner': [
      'You are not signed in as before',
      'This page was opened by a learner who is not signed in here any more. Your code is kept in this browser for them: sign in as before, or reload the page to go on as who you are now.',
    ],
    dropped: ['The connection was lost', 'Nothing came back from the server. Your code is kept; try again.'],
    'rate-limited': [
      'Too many runs in a short time',
      `Your code is kept. Try again ${whenWords(problem.retryAfterMs)}.`,
    ],
    'too-large': ['The code is too long', 'A file may have at most 64 KB. Make it shorter, then try again.'],
    'cross-site': [
      'The request was refused',
      'It did not seem to come from this page. Reload the page, then try again.',
    ],
    'already-grading': [
      'Another run of yours is not finished',
      'It may be in another tab. Wait until it has ended or cancel it there, then try again.',
    ],
    'mock-over': [
      'The time is over',
      'This arrived after the end of its round, so it was neither graded nor counted. Your code is kept.',
    ],
    'unknown-exercise': [
      'This exercise is not on the server any more',
      'Your code is kept in this browser. Reload the page.',
    ],
    'invalid-request': ['The request was not understood', problem.detail || 'Reload the page, then try again.'],
  };
  const known = words[problem.code];
  if (known) return { title: known[0], text: known[1] };
  return {
    title: 'Something went wrong on our side',
    text: `${problem.detail ? `${problem.detail} ` : ''}Your code is kept and nothing was counted. Try again in a moment.`,
  };
}

export function whenWords(durationMs: number | null): string {
  if (durationMs === null) return 'in a minute';
  const seconds = Math.max(1, Math.ceil(durationMs / 1000));
  if (seconds < 90) return seconds === 1 ? 'in a second' : `in ${seconds} seconds`;
  return `in ${Math.ceil(seconds / 60)} minutes`;
}

/** One line that says how it ended, the same for the heading and for screen readers. */
export function verdictWords(verdict: Verdict, mode: GradingMode): string {
  if (verdict.status === 'unavailable') return 'Not graded: our side is busy';
  if (verdict.status === 'errored') return reasonWords[verdict.reason];
  const total = verdict.tests.length;
  const visible = mode === 'run' ? 'visible ' : '';
  if (verdict.status === 'passed') {
    if (mode === 'submit') return total === 1 ? 'Passed: the one test passes' : `Passed: all ${total} tests pass`;
    return total === 1 ? 'The one visible test passes' : `All ${total} visible tests pass`;
  }
  const failing = verdict.tests.filter(isFailure).length;
  if (failing === 1 && total === 1) return `The one ${visible}test does not pass`;
  if (failing === 0) return `Not passed: not all of the ${total} ${visible}tests ran`;
  return `${failing} of ${total} ${visible}tests ${failing === 1 ? 'does' : 'do'} not pass`;
}

/** The same where the list of tests is not shown. */
export function quietWords(verdict: Verdict, mode: GradingMode): string {
  if (verdict.status === 'passed') return mode === 'run' ? 'The visible tests pass' : 'Passed: all tests pass';
  if (verdict.status === 'failed') return mode === 'run' ? 'A visible test does not pass' : 'A test does not pass';
  return verdictWords(verdict, mode);
}

export function isFailure(test: TestResult): boolean {
  return test.status === 'failed' || test.status === 'errored';
}

/** Times in tests are wall clock of one run, so a tenth of a millisecond would say nothing. */
export function durationWords(durationMs: number): string {
  if (durationMs < 1) return '< 1 ms';
  return durationMs < 1000 ? `${Math.round(durationMs)} ms` : `${(durationMs / 1000).toFixed(1)} s`;
}
