import { firstFailure } from '#lib/first-failure';
import type { MockRound } from '#lib/mock-clock';
import type { TestResult, Verdict } from '#lib/verdict';
import { lineWords } from '../../practice/[exercise]/review/lines.ts';

/** A submission of a part, as the report needs it; `verdict` is null while it is being graded. */
export type Graded = { id: string; createdAtMs: number; verdict: Verdict | null };

export type MachineEvidence = {
  passed: boolean;
  /** Those that were judged: what could not be graded was our fault and counts for nothing. */
  attempts: number;
  /** Those that were handed in and have no result: they are being graded, or could not be. */
  waiting: number;
  /** Of the best of them, which is the one that passed where one did. */
  tests: { passed: number; total: number } | null;
  /** All tests of that attempt together, and the slowest of them. */
  runMs: number | null;
  slowestTestMs: number | null;
  /** Time of the round's clock up to the pass, or up to the last attempt. */
  usedMs: number | null;
  /** Of the last attempt, where none passed. */
  firstFailure: { test: string; message: string | null } | null;
  /** The submission that this is said of. */
  submission: string | null;
};

/** What the sandbox found for one exercise of a mock. */
export function machineEvidence(submissions: readonly Graded[], round: MockRound): MachineEvidence {
  const judged = submissions.flatMap(({ id, createdAtMs, verdict }) =>
    verdict && verdict.status !== 'unavailable' ? [{ id, createdAtMs, verdict, ...countOf(verdict.tests) }] : [],
  );
  const pass = judged.find(({ verdict }) => verdict.status === 'passed');
  const best = pass ?? judged.reduce<(typeof judged)[number] | null>(better, null);
  const last = pass ?? judged.at(-1);
  return {
    passed: pass !== undefined,
    attempts: judged.length,
    waiting: submissions.length - judged.length,
    tests: best && best.total > 0 ? { passed: best.passed, total: best.total } : null,
    runMs: best ? best.verdict.durationMs : null,
    slowestTestMs: best && best.total > 0 ? Math.max(...best.verdict.tests.map(({ durationMs }) => durationMs)) : null,
    usedMs: last ? clockAt(round, last.createdAtMs) : null,
    firstFailure: pass || !last ? null : failureOf(last.verdict),
    submission: best?.id ?? null,
  };
}

/** What a round's clock said at a moment: pauses do not count. */
export function clockAt({ startedAtMs, pauses }: MockRound, atMs: number): number | null {
  if (startedAtMs === null || atMs < startedAtMs) return null;
  const paused = pauses.map(({ fromMs, toMs }) => Math.max(0, Math.min(toMs ?? atMs, atMs) - fromMs));
  return atMs - startedAtMs - paused.reduce((sum, each) => sum + each, 0);
}

function countOf(tests: readonly TestResult[]): { passed: number; total: number } {
  return { passed: tests.filter(({ status }) => status === 'passed').length, total: tests.length };
}

/** Of two with as many tests passed, the later one is what they came to. */
function better<One extends { passed: number }>(best: One | null, next: One): One {
  return best && best.passed > next.passed ? best : next;
}

function failureOf(verdict: Exclude<Verdict, { status: 'unavailable' }>): MachineEvidence['firstFailure'] {
  const test = firstFailure(verdict.tests);
  if (test) return { test: nameOf(test), message: test.message ?? null };
  return verdict.status === 'errored' ? { test: 'Before the first test', message: verdict.message } : null;
}

/** Of a review in words that say which way it was wrong: the name of a false mark is the defect that is not there. */
function nameOf({ name, answer }: TestResult): string {
  if (answer?.type === 'false-mark') return `False mark, ${lineWords(answer.lines)}: ${answer.defect}`;
  return answer?.type === 'finding' ? `Not found: a ${answer.severity} finding` : name;
}
