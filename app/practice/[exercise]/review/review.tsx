'use client';
import { useEffect } from 'react';
import { Button } from '#components/button';
import { refreshMe, useMe } from '#components/me';
import { Prose } from '#components/prose';
import { reviewAnswersSchema, type Mark } from '#lib/answers';
import { isBusy } from '#lib/grading-state';
import type { AnsweredExercise } from '../answers/answered-exercise.ts';
import { AnswersStatus } from '../answers/answers-status.tsx';
import { GradingLine } from '../answers/grading-line.tsx';
import { NextLinks } from '../answers/next-links.tsx';
import { ResultBanner } from '../answers/result-banner.tsx';
import { useAnswers } from '../answers/use-answers.ts';
import { useShownAnswers } from '../answers/use-shown-answers.ts';
import { useStoredResult } from '../answers/use-stored-result.ts';
import { Hints } from '../hints.tsx';
import { GiveUpOffer } from '../give-up-offer.tsx';
import { useGrading } from '../use-grading.ts';
import { Marking, type ReviewTask } from './marking.tsx';
import { resultsOf, type Result } from './results.ts';
import { ReviewResults } from './review-results.tsx';
import { marksInWords, ruleWords } from './review-words.ts';
import styles from './review.module.css';

type Props = {
  exercise: AnsweredExercise;
  review: ReviewTask;
};

/** A text under review beside the marks on it, and what became of them. */
export function Review({ exercise, review }: Props) {
  const { id } = exercise;
  const me = useMe();
  const { value, save, handIn, draft, store } = useAnswers(id, reviewAnswersSchema);
  const { grading, start, stop } = useGrading(id, { title: exercise.title, owner: draft.owner });
  const { state: shown, load } = useShownAnswers(id);
  const marks = value?.marks ?? [];

  const stored = useStoredResult(id, draft);
  const before = grading.phase.name === 'idle' && stored.status === 'found' ? stored.verdict : null;
  const news = grading.phase.name === 'done' ? grading.phase.verdict : null;
  const verdict = news ?? before;
  useEffect(() => {
    if (news) void refreshMe();
  }, [news]);
  const passed = verdict?.status === 'passed';
  useEffect(() => {
    if (passed) void load(false);
  }, [passed, load]);

  const judged = verdict && (verdict.status === 'passed' || verdict.status === 'failed') ? verdict : null;
  const findings =
    shown.status === 'seen' && shown.shown.answers?.kind === 'review' ? shown.shown.answers.findings : null;
  const results = resultsOf(judged?.tests ?? [], findings);
  const places = results.flatMap(({ kind, lines }) => lines.map((range) => ({ ...range, kind })));

  const setMarks = (changed: Mark[]) => save({ marks: changed });
  const submit = () => void start('submit', handIn());

  return (
    <>
      <div className={styles.help}>
        <Hints exercise={id} hintCount={exercise.hintCount} />
      </div>
      <Marking review={review} marks={marks} onMarks={setMarks} news={places}>
        {(show) => (
          <>
            <div className={styles.actions}>
              <Button variant="primary" aria-disabled={isBusy(grading)} onClick={submit}>
                Submit the review
              </Button>
              <AnswersStatus
                hasHistory
                draft={draft}
                store={store}
                inWords={(source) => marksInWords(source, review.defects)}
              />
              <p className={styles.rule}>{ruleWords(review.falseMarksMax)}</p>
              <GradingLine grading={grading} onAgain={submit} onStop={stop} />
            </div>
            {judged && (
              <ResultBanner
                key={grading.count}
                isNews={news !== null}
                passed={judged.status === 'passed'}
                title={titleOf(resultsOf(judged.tests, null), judged.status === 'passed')}
              >
                <p>{judged.status === 'passed' ? passedWords(results) : openWords(results, review.falseMarksMax)}</p>
              </ResultBanner>
            )}
            {results.length > 0 && <ReviewResults results={results} onShow={show} />}
            {judged?.status !== 'passed' && shown.status !== 'seen' && (
              <div>
                <GiveUpOffer
                  what="findings"
                  state={shown}
                  load={load}
                  free={me.status === 'ready' && isFree(me.me.exercises[id])}
                  passed={me.status === 'ready' && me.me.exercises[id]?.status === 'passed'}
                />
              </div>
            )}
          </>
        )}
      </Marking>
      {shown.status === 'seen' && (
        <section className={styles.after} aria-label="Notes">
          <Prose html={shown.shown.afterHtml} size="compact" />
          <NextLinks exercise={exercise} />
        </section>
      )}
    </>
  );
}

const isFree = (progress: { status: string; solutionSeen: boolean } | undefined): boolean =>
  progress?.status === 'passed' || progress?.solutionSeen === true;

function titleOf(results: Result[], passed: boolean): string {
  const found = results.filter(({ kind }) => kind === 'found').length;
  const all = results.filter(({ kind }) => kind !== 'false-mark').length;
  return `${passed ? 'Passed' : 'Not passed'}: ${found} of ${all} findings`;
}

function passedWords(results: Result[]): string {
  const missed = results.filter(({ kind }) => kind === 'missed').length;
  if (missed === 0) return 'Nothing was missed.';
  return `${missed === 1 ? 'One minor finding was' : `${missed} minor findings were`} left, and ${missed === 1 ? 'is' : 'are'} shown below.`;
}

function openWords(results: Result[], falseMarksMax: number): string {
  const wrong = results.filter(({ kind }) => kind === 'false-mark').length;
  const open = results.filter(({ kind, severity }) => kind === 'missed' && severity === 'major').length;
  return [
    open > 0 && (open === 1 ? 'One major finding is still open.' : `${open} major findings are still open.`),
    wrong > falseMarksMax && `${wrong} marks are no finding; at most ${falseMarksMax} may be.`,
  ]
    .filter(Boolean)
    .join(' ');
}
