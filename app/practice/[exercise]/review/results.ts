import { placeOfFailure } from '#lib/first-failure';
import type { TestResult } from '#lib/verdict';
import type { Finding } from '../answers/use-shown-answers.ts';
import type { Lines } from './lines.ts';

export type Kind = 'found' | 'missed' | 'false-mark';
export type Result = { kind: Kind; title: string; lines: Lines[]; severity?: 'major' | 'minor'; message?: string };

/** The results of a submit, and what a learner has asked to be told in place of what they have not found. */
export function resultsOf(tests: TestResult[], shown: Finding[] | null): Result[] {
  const judged = tests.flatMap(({ name, status, answer, message }): Result[] => {
    const title = name.replace(/^Lines? [^:]*: /, '');
    if (answer?.type === 'false-mark') return [{ kind: 'false-mark', title, lines: [answer.lines], message }];
    if (answer?.type !== 'finding') return [];
    const { lines, severity } = answer;
    return [{ kind: status === 'passed' ? 'found' : 'missed', title, lines, severity, message }];
  });
  if (!shown) return byWeight(judged);
  const isFound = ({ lines: [first] }: Finding) =>
    judged.some(({ kind, lines }) => kind === 'found' && lines[0]?.from === first?.from);
  return byWeight([
    ...judged.filter((result) => result.kind !== 'missed'),
    ...shown
      .filter((finding) => !isFound(finding))
      .map(({ defect, lines, severity, explanation }): Result => ({
        kind: 'missed',
        title: defect,
        lines,
        severity,
        message: explanation,
      })),
  ]);
}

/** What was found, then what keeps a review from passing before what does not, each in the order of its lines. */
function byWeight(results: Result[]): Result[] {
  const placeOf = ({ kind, severity }: Result) =>
    kind === 'found' ? -1 : placeOfFailure({ isFalseMark: kind === 'false-mark', isMinor: severity !== 'major' });
  return results.toSorted((a, b) => placeOf(a) - placeOf(b));
}
