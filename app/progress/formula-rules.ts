import { plural } from '#components/labels';
import { formula, type Tally } from './readiness.ts';

export const inPercent = (value: number) => `${Math.round(value * 100)} %`;

/** Each rule of the formula, what it makes of something, and how often it did for this reader. */
export function rulesOf(tally: Tally): { term: string; counts: string; yours: string }[] {
  return [
    {
      term: 'Passed at the first submission, without a hint',
      counts: 'counts in full',
      yours: plural(tally.firstTry, 'exercise'),
    },
    {
      term: 'Passed after submissions that failed',
      counts: `${inPercent(formula.notAtFirstTry)} less, however many they were`,
      yours: plural(tally.withFailures, 'exercise'),
    },
    {
      term: 'Passed with hints',
      counts: `${inPercent(formula.eachHint)} less for each, for ${formula.hintsCountedMax} at the most`,
      yours: `${plural(tally.hints, 'hint')} in ${plural(tally.withHints, 'exercise')}`,
    },
    {
      term: 'Passed after seeing the solution',
      counts: `counts ${inPercent(formula.afterSolution)}`,
      yours: plural(tally.afterSolution, 'exercise'),
    },
    {
      term: 'A question answered right at once',
      counts: 'counts in full',
      yours: plural(tally.questionsAtOnce, 'question'),
    },
    {
      term: 'A question answered right later',
      counts: `counts ${inPercent(formula.questionRightLater)}`,
      yours: plural(tally.questionsLater, 'question'),
    },
  ];
}
