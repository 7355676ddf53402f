import { markLinesMax, type AnswersSource, type Finding, type LineRange } from '#content/exercise';
import type { Mark, ReviewAnswers } from '#lib/answers';
import type { TestResult } from '#lib/verdict';
import type { Judged } from './judge.ts';
import { UnreadableAnswers } from './read.ts';

type Review = Extract<AnswersSource, { kind: 'review' }>;

/**
 * Judges marks on recall and precision. A finding is found when a mark meets one of its lines and names its defect. To
 * pass, every major finding has to be found, with at most `falseMarksMax` marks where that defect is not.
 */
export function judgeReview(review: Review, { marks }: ReviewAnswers): Judged {
  checkMarks(review, marks);
  const wrong = distinct(marks.filter((mark) => !review.findings.some((finding) => hits(mark, finding))));
  const missed = review.findings.filter((finding) => !marks.some((mark) => hits(mark, finding)));
  const passed = missed.every(({ severity }) => severity === 'minor') && wrong.length <= review.falseMarksMax;
  const inOrder = review.findings.toSorted((a, b) => firstLine(a) - firstLine(b));
  const found = inOrder.filter((finding) => !missed.includes(finding));
  return {
    passed,
    tests: [
      ...found.map((finding) => shown(review, finding, 'passed')),
      // What was missed keeps its place to itself until there is nothing left to find.
      ...inOrder
        .filter((finding) => missed.includes(finding))
        .map((finding, index) => (passed ? shown(review, finding, 'failed') : unfound(finding, index + 1))),
      ...wrong.map((mark) => falseMark(review, mark)),
    ],
  };
}

export function reviewIsComplete(review: Review, { marks }: ReviewAnswers): Judged {
  checkMarks(review, marks);
  const passed = marks.length > 0;
  const message = passed
    ? 'Every mark has its lines and its defect. Which of them are right is said when you submit.'
    : 'Nothing is marked yet. Choose the lines of a defect, say which one it is, and add the mark.';
  const status = passed ? 'passed' : 'failed';
  return { passed, tests: [{ name: 'Something is marked', status, hidden: false, durationMs: 0, did: [], message }] };
}

function checkMarks({ artefact, defects }: Review, marks: Mark[]): void {
  for (const [index, { from, to, defect }] of marks.entries()) {
    const fail = (problem: string): never => {
      throw new UnreadableAnswers(`Mark ${index + 1} ${problem}`);
    };
    if (from > to) fail(`ends on line ${to}, before it begins. Choose its lines again.`);
    if (to > artefact.lines.length) {
      fail(
        `is on line ${to}, and ${artefact.name} has ${artefact.lines.length}. Remove it and choose the lines again.`,
      );
    }
    if (to - from >= markLinesMax) {
      fail(`spans ${to - from + 1} lines. Mark at most ${markLinesMax}: those that would have to change.`);
    }
    if (!defects.some(({ id }) => id === defect)) {
      fail(`names the defect "${defect}", which is not in the list. Remove it and choose from the list.`);
    }
  }
}

function hits(mark: Mark, { defect, lines }: Finding): boolean {
  return mark.defect === defect && lines.some((range) => meets(mark, range));
}

function meets(mark: Mark, { from, to }: LineRange): boolean {
  return mark.from <= to && mark.to >= from;
}

function distinct(marks: Mark[]): Mark[] {
  return [...new Map(marks.map((mark) => [`${mark.from} ${mark.to} ${mark.defect}`, mark])).values()];
}

const base = { hidden: false, durationMs: 0, did: [] };

function shown(review: Review, finding: Finding, status: 'passed' | 'failed'): TestResult {
  const { lines, severity, explanation } = finding;
  const name = `${linesWords(lines)}: ${nameOf(review, finding.defect)}`;
  return { ...base, name, status, message: explanation, answer: { type: 'finding', severity, lines } };
}

function unfound({ severity }: Finding, number: number): TestResult {
  const name = `Not found yet, ${number}: a ${severity} finding`;
  return { ...base, name, status: 'failed', answer: { type: 'finding', severity, lines: [] } };
}

function falseMark(review: Review, mark: Mark): TestResult {
  const lines = { from: mark.from, to: mark.to };
  const name = nameOf(review, mark.defect);
  return {
    ...base,
    name: `${linesWords([lines])}: ${name}`,
    status: 'failed',
    message: whyNot(review, mark),
    answer: { type: 'false-mark', lines, defect: name },
  };
}

function whyNot({ defects, findings }: Review, mark: Mark): string {
  const { decoy } = defects.find(({ id }) => id === mark.defect) ?? {};
  if (decoy !== undefined) return decoy;
  if (findings.some(({ lines }) => lines.some((range) => meets(mark, range)))) {
    return 'Something is wrong on these lines, but it is not this. Say what could happen to the service because of them.';
  }
  return 'This defect is there, but not on these lines. Mark the lines that would have to change.';
}

function nameOf({ defects }: Review, id: string): string {
  return defects.find((defect) => defect.id === id)?.name ?? id;
}

const firstLine = ({ lines }: Finding): number => Math.min(...lines.map(({ from }) => from));

export function linesWords(lines: LineRange[]): string {
  const parts = lines.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`));
  const single = lines.length === 1 && lines[0]?.from === lines[0]?.to;
  return `${single ? 'Line' : 'Lines'} ${parts.join(' and ')}`;
}
