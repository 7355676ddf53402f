import type { Exercise } from '#content/exercise';
import type { Grid, TestResult, Verdict } from '#lib/verdict';

/** A verdict as text for a terminal, in the order in which somebody reads: each test, then how it ended. */
export function verdictReport(exercise: Exercise, verdict: Verdict): string {
  if (verdict.status === 'unavailable') return `Not graded, and not because of the solution: ${verdict.message}`;
  const passed = verdict.tests.filter((test) => test.status === 'passed').length;
  const end =
    verdict.status === 'errored'
      ? `errored (${verdict.reason}): ${verdict.message}${verdict.at ? ` at ${verdict.at.file}:${verdict.at.line}` : ''}`
      : verdict.status;
  return [
    exercise.meta.title,
    '',
    ...verdict.tests.map(testReport),
    ...(verdict.console ? ['', 'console:', indent(verdict.console)] : []),
    '',
    `${end}; ${passed} of ${verdict.tests.length} tests passed in ${Math.round(verdict.durationMs)} ms`,
  ].join('\n');
}

const marks = { passed: 'pass', failed: 'FAIL', errored: 'FAIL', 'not-run': '  - ' } as const;

function testReport(test: TestResult): string {
  const head = `${marks[test.status]}  ${test.name}${test.hidden ? ' (hidden)' : ''}`;
  if (test.status === 'passed' || test.status === 'not-run') return head;
  const details = [
    test.message,
    ...test.did,
    test.expected === undefined ? undefined : `expected  ${test.expected}`,
    test.actual === undefined ? undefined : `got       ${test.actual}`,
    test.grids && `expected\n${indent(gridText(test.grids.expected))}\ngot\n${indent(gridText(test.grids.actual))}`,
    test.at && `at ${test.at.file}:${test.at.line}`,
    test.console && `console:\n${indent(test.console)}`,
  ];
  return [
    head,
    ...details.filter((detail) => detail !== undefined && detail !== '').map((detail) => indent(detail ?? '')),
  ].join('\n');
}

function gridText(grid: Grid): string {
  const lines = [grid.columns, ...grid.rows].map((cells) => cells.map((cell) => cell ?? 'NULL').join(' | '));
  return [...lines, ...(grid.rowsOmitted > 0 ? [`… and ${grid.rowsOmitted} more rows`] : [])].join('\n');
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => `      ${line}`)
    .join('\n');
}
