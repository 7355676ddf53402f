import path from 'node:path';
import { ContentError, type Exercise } from '#content/exercise';
import { testNames } from '#content/test-names';
import type { Language } from '#lib/verdict';
import { checkLabText } from './lab-runs.ts';
import { checkSuiteText } from './suite-runs.ts';
import { checkAnswersText, hasAnswers, hintCountOf } from './answers-text.ts';

const wrongMin = 3;

/** What can be said about an exercise without running it. Returns every problem. */
export function checkExerciseText(exercise: Exercise): ContentError[] {
  const file = path.join(exercise.folder, 'exercise.md');
  const problems: ContentError[] = [];
  const report = (at: string, problem: string, remedy: string) => problems.push(new ContentError(at, problem, remedy));
  if (exercise.task === '') report(file, 'has no task', 'Write it below the front matter');
  const hintCount = hintCountOf(exercise);
  if (exercise.hints.length !== hintCount) {
    report(
      file,
      `has ${exercise.hints.length} hints`,
      hintCount === 0
        ? `Remove ## Hints: a ${exercise.meta.kind} has none`
        : `Write ${hintCount} below ## Hints, from a nudge to nearly there`,
    );
  }
  if (exercise.after === '')
    report(file, 'has no ## After', 'Write what a reviewer would say about the usual solutions');
  if (hasAnswers(exercise)) return [...problems, ...checkAnswersText(exercise)];
  if (exercise.implementations) return [...problems, ...checkSuiteText(exercise)];
  problems.push(...checkTests(exercise));
  if (exercise.lab) return [...problems, ...checkLabText(exercise, testNames(exercise))];
  for (const language of exercise.meta.languages) problems.push(...checkWrong(exercise, language));
  return problems;
}

function checkTests(exercise: Exercise): ContentError[] {
  const at = (name: string) => path.join(exercise.folder, name);
  const names = testNames(exercise);
  const all = [...names.visible, ...names.hidden];
  const twice = all.find((name, index) => all.indexOf(name) !== index);
  if (twice !== undefined)
    return [new ContentError(at('tests.ts'), `has two tests named "${twice}"`, 'Rename one of them')];
  if (exercise.meta.kind === 'sql' && exercise.tests === '') {
    if (names.hidden.length > 0) return [];
    return [new ContentError(at('data'), 'holds no hidden data set', 'Add one that a wrong query answers wrongly')];
  }
  const problems: ContentError[] = [];
  if (names.visible.length === 0)
    problems.push(new ContentError(at('tests.ts'), 'holds no test', 'Write at least one'));
  if (exercise.meta.kind === 'sql') {
    if (/\bdata:|\brandom\b/.test(exercise.hidden)) return problems;
    const remedy = 'Run the file on a hidden data set ({ data: ... }), or on random rows with prepare';
    problems.push(new ContentError(at('hidden.ts'), 'looks at no data that the learner has not seen', remedy));
    // With a database a test makes its own rows and knows what to expect of them; the reference would need a second one.
  } else if (!/\brandom\b/.test(exercise.hidden) || !(exercise.database || /\breference\b/.test(exercise.hidden))) {
    const remedy = 'Add a test that compares call with reference.call on random arguments';
    problems.push(new ContentError(at('hidden.ts'), 'has no random case against the reference', remedy));
  }
  return problems;
}

function checkWrong(exercise: Exercise, language: Language): ContentError[] {
  const wrong = exercise.wrong.filter((variant) => variant.language === language);
  const folder = path.join(exercise.folder, 'wrong');
  const names = testNames(exercise);
  const problems: ContentError[] = [];
  if (wrong.length < wrongMin) {
    const remedy = `Add plausible ones until there are ${wrongMin}`;
    problems.push(new ContentError(folder, `holds ${wrong.length} wrong solutions in ${language}`, remedy));
  }
  for (const { name, caughtBy } of wrong) {
    const at = path.join(folder, name);
    const comment = language === 'sql' ? '--' : language === 'python' ? '#' : '//';
    if (caughtBy === undefined) {
      const remedy = `Begin it with "${comment} caught by: <name of the test that must fail>"`;
      problems.push(new ContentError(at, 'does not say which test catches it', remedy));
    } else if (![...names.visible, ...names.hidden].includes(caughtBy)) {
      const remedy = 'Write the name of a test, exactly as it stands in the tests';
      problems.push(new ContentError(at, `is to be caught by "${caughtBy}", which is no test`, remedy));
    }
  }
  return problems;
}
