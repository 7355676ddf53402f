import type { Implementation } from '#content/exercise';
import type { ErroredReason, GradingMode, Place, TestResult } from '#lib/verdict';
import { shorten } from '#sandbox/literal';
import type { Limits } from '#sandbox/limits';
import { differs, explain, isUnwanted, unwanted } from '#sandbox/messages';
import type { SuiteReport, SuiteTest } from '../protocol.ts';
import type { Answer } from '../session.ts';

/** What a learner reads about their suite. */

export type SuiteRun = { answer: Answer; file: string; limits: Limits; durationMs: number; inOrder: boolean };
type Judged = Implementation & { resultName: string };
type Problem = Pick<TestResult, 'message' | 'expected' | 'actual' | 'at' | 'reason'> & { did?: string[] };

const namesShownMax = 5;

/** What keeps a suite from being accepted on right code; undefined when nothing does. */
export function problemOf(run: SuiteRun, mode: GradingMode): Problem | undefined {
  const { answer, file, limits } = run;
  if (answer.kind !== 'suite') return explain(answer, { file, limits, phase: 'test' });
  return endProblem(answer, run) ?? failureProblem(answer, file) ?? emptyProblem(answer, file, mode);
}

function endProblem(report: SuiteReport, { file, limits }: SuiteRun): Problem | undefined {
  const { end, error, running } = report;
  const test = running ? `Your test ${quoted(running)}` : 'Your file';
  switch (end) {
    case 'finished':
    case 'subject-threw':
      return undefined;
    case 'collect-threw':
      return explain({ kind: 'threw', error: error ?? unknownError }, { file, limits, phase: 'load' });
    case 'unhandled': {
      const explanation = explain({ kind: 'unhandled', error: error ?? unknownError }, { file, limits, phase: 'test' });
      return { ...explanation, message: `${running ? `In ${quoted(running)}: ` : ''}${explanation.message}` };
    }
    case 'no-answer': {
      const why = report.isFaked
        ? 'Its timers are faked, and nothing advances them: call vi.advanceTimersByTimeAsync before you await what waits for them.'
        : 'It awaits a promise that nothing can settle any more.';
      return { reason: 'no-answer', message: `${test} never ends. ${why}` };
    }
    case 'time-limit': {
      const limitMs = running ? limits.testMs : limits.loadMs;
      const message = `${test} was still running after ${limitMs} ms, the limit. Look for a loop that does not end.`;
      return { reason: 'time-limit', message };
    }
    case 'memory-limit':
      return explain({ kind: 'memory-limit' }, { file, limits, phase: 'test' });
    case 'output-limit':
      return {
        reason: 'output-limit',
        message: 'What your tests report is longer than 64 KB. Write fewer tests, with shorter names.',
      };
  }
}

const unknownError = { name: 'Error', message: '', stack: '' };

function failureProblem({ tests }: SuiteReport, file: string): Problem | undefined {
  const failed = tests.filter(({ status }) => status === 'failed');
  const [first, ...others] = failed;
  if (first?.error === undefined) return undefined;
  const { error } = first;
  const { name, message, isAssertion, expected, actual } = error;
  const at = placeOf(error.stack, file);
  const words = message.replace(/ \/\/ .*$/s, '');
  const isEquality = / to (deeply equal|strictly equal|be|match object|include) /.test(words);
  const lines = (text: string | undefined): boolean => text !== undefined && text.length <= 60 && !text.includes('\n');
  const what = !isAssertion
    ? `it threw ${name}${message === '' ? '' : `: ${shorten(message, 300)}`}`
    : isUnwanted(words) && lines(actual)
      ? unwanted(undefined, actual ?? '')
      : isEquality && lines(expected) && lines(actual)
        ? differs(undefined, expected ?? '', actual ?? '')
        : shorten(words, 300);
  const rest = others.slice(0, namesShownMax).map((test) => `${quoted(test)} fails as well`);
  return {
    message: `Your test ${quoted(first)} fails on right code${at ? `, line ${at.line}` : ''}: ${what.replace(/\.$/, '')}.`,
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
    ...(at && { at }),
    did: others.length > namesShownMax ? [...rest, `and ${others.length - namesShownMax} more`] : rest,
  };
}

function emptyProblem({ tests, hasOnly, called }: SuiteReport, file: string, mode: GradingMode): Problem | undefined {
  if (tests.length === 0) {
    return { message: `${file} holds no test. Write one with test('what it guarantees', () => { … }).` };
  }
  const ran = tests.filter(({ status }) => status === 'passed');
  if (ran.length === 0) {
    return {
      message: 'Every test is skipped or still to do, so nothing was tested. Remove skip or todo from one of them.',
    };
  }
  if (!called || ran.every((test) => !test.called)) {
    return {
      message: "None of your tests calls the code under test. Import it from './subject' and call it in a test.",
    };
  }
  if (hasOnly && mode === 'submit') {
    return { message: 'An only is left in your tests, so that the others do not run. Remove it before you submit.' };
  }
  return undefined;
}

const common = ({ resultName, hidden }: Judged, durationMs: number) => ({
  name: resultName,
  hidden,
  durationMs,
  did: [] as string[],
});

export function accepted(one: Judged, run: SuiteRun, isReference: boolean, mode: GradingMode): TestResult {
  const result: TestResult = { ...common(one, run.durationMs), status: 'passed' };
  if (!isReference || run.answer.kind !== 'suite') return result;
  const { tests, hasOnly, console: printed } = run.answer;
  const idle = tests.filter(({ status, called }) => status === 'passed' && !called);
  if (printed !== '') result.console = printed;
  const notes = [
    ...(hasOnly && mode === 'run' ? ['An only is left in your tests: the others do not run.'] : []),
    ...(idle.length > 0
      ? [`${listed(idle)} never ${idle.length === 1 ? 'calls' : 'call'} the code under test, and can catch nothing.`]
      : []),
  ];
  return notes.length === 0 ? result : { ...result, message: notes.join(' ') };
}

export function rejected(
  one: Judged,
  run: SuiteRun,
  problem: Problem,
  { isReference, passedBefore }: { isReference: boolean; passedBefore: boolean },
): TestResult {
  const { reason, did = [], message = '', ...rest } = problem;
  const note = passedBefore
    ? ' Before, in the order of the file, all was well: tests must not depend on each other, on their order or on chance.'
    : isReference || reason !== undefined
      ? ''
      : ' This implementation keeps the contract in another way than the first: ask for what the task promises and for nothing else.';
  const result: TestResult = {
    ...common(one, run.durationMs),
    status: reason === undefined ? 'failed' : 'errored',
    ...(reason === undefined ? {} : { reason }),
    ...rest,
    message: `${message}${note}`,
    did,
  };
  const printed = run.answer.kind === 'suite' ? run.answer.console : '';
  return isReference && printed !== '' ? { ...result, console: printed } : result;
}

/** The file cannot be read, or imports what there is not. */
export function notLoaded(one: Judged, { answer, file, limits, durationMs }: SuiteRun): TestResult {
  const explanation = explain(answer, { file, limits, phase: 'load' });
  const [, imported] = answer.kind === 'syntax' ? (/^import (.*)$/s.exec(answer.message) ?? []) : [];
  const message =
    imported === undefined
      ? explanation.message
      : `${file} imports ${shorten(imported, 120)}. Tests import the code under test from './subject' and what they are written with from 'vitest'; there is nothing else.`;
  const { reason = 'threw' satisfies ErroredReason, at } = explanation;
  return { ...common(one, durationMs), status: 'errored', reason, message, ...(at && { at }) };
}

/** Undefined when no test that called the code failed. */
export function caught(one: Judged, { answer, durationMs }: SuiteRun): TestResult | undefined {
  const result: TestResult = { ...common(one, durationMs), name: `catches: ${one.title}`, status: 'passed' };
  // A defect can keep code from ever answering, and a suite that is ended by it has noticed.
  if (answer.kind === 'ended') return { ...result, message: 'With this defect your tests do not come to an end.' };
  if (answer.kind !== 'suite') return undefined;
  const failed = answer.tests.filter(({ status, called }) => status === 'failed' && called);
  if (failed.length > 0)
    return { ...result, message: `${listed(failed)} ${failed.length === 1 ? 'fails' : 'fail'} on it.` };
  if (answer.end === 'finished' || !answer.called || answer.running?.called === false) return undefined;
  return {
    ...result,
    message: answer.running
      ? `${quoted(answer.running)} does not come to an end on it.`
      : 'Your file does not load with it.',
  };
}

export function survived(one: Judged, { answer, durationMs }: SuiteRun): TestResult {
  const tests = answer.kind === 'suite' ? answer.tests : [];
  const called = tests.filter((test) => test.called).length;
  const idle = tests.filter(({ status, called: calls }) => status === 'failed' && !calls);
  const why =
    idle.length > 0
      ? `${listed(idle)} failed without calling the code under test, which does not count.`
      : `Your ${called === 1 ? 'test passes' : `${called} tests that call it pass`} although the code is wrong.`;
  return { ...common(one, durationMs), status: 'failed', message: `${why} ${one.hint}` };
}

const unjudgedWords = {
  rejected: 'Not tried: a suite that fails on right code says nothing about wrong code.',
  'rejected-before': 'Not tried, because your tests were rejected before.',
  'no-time': 'Not tried: your tests took so long on the others that the time of the whole run was over.',
};

export function unjudged(one: Judged, why: keyof typeof unjudgedWords): TestResult {
  return { ...common(one, 0), status: 'not-run', message: unjudgedWords[why] };
}

const quoted = ({ name }: Pick<SuiteTest, 'name'>): string => `“${shorten(name, 80)}”`;

function listed(tests: SuiteTest[]): string {
  const names = tests.slice(0, 2).map(quoted);
  const more = tests.length - names.length;
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(' and ');
}

/** The first frame in the learner's file. */
function placeOf(stack: string, file: string): Place | undefined {
  const [, line] = new RegExp(`${file.replaceAll('.', '\\.')}:(\\d+):\\d+`).exec(stack) ?? [];
  return line === undefined || Number(line) < 1 ? undefined : { file, line: Number(line) };
}
