'use client';
import { useEffect, type ReactNode } from 'react';
import { Button } from '#components/button';
import { answersFile, reviewAnswersSchema, type Mark } from '#lib/answers';
import { isBusy } from '#lib/grading-state';
import { GradingLine } from '../../../../practice/[exercise]/answers/grading-line.tsx';
import { ResultBanner } from '../../../../practice/[exercise]/answers/result-banner.tsx';
import { readAnswers } from '../../../../practice/[exercise]/answers/use-answers.ts';
import { DraftConflict } from '../../../../practice/[exercise]/draft-conflict.tsx';
import { draftWords } from '../../../../practice/[exercise]/draft-words.ts';
import { ReviewResults } from '../../../../practice/[exercise]/review/review-results.tsx';
import { marksInWords, ruleWords } from '../../../../practice/[exercise]/review/review-words.ts';
import { Marking, type ReviewTask } from '../../../../practice/[exercise]/review/marking.tsx';
import { resultsOf } from '../../../../practice/[exercise]/review/results.ts';
import marking from '../../../../practice/[exercise]/review/review.module.css';
import { useDrafts, type Draft } from '../../../../practice/[exercise]/use-drafts.ts';
import { useGrading } from '../../../../practice/[exercise]/use-grading.ts';
import { openWritten } from '../written/save-written.ts';
import styles from './room.module.css';
import { toldWords } from './told-words.ts';

type Props = {
  mockId: string;
  partId: string;
  exercise: { id: string; title: string };
  review: ReviewTask;
  /** A verdict has come. */
  onGraded: () => void;
  /** The task, rendered on the server. */
  children: ReactNode;
};

const oneFile = [{ name: answersFile, starter: '' }];

/** A text to review as an interview has it: marks and Submit, and of the verdict the first thing that is not right. */
export function QuietReview({ mockId, partId, exercise, review, onGraded, children }: Props) {
  const [{ draft, store }] = useDrafts(`${mockId}-${partId}`, oneFile, {
    path: `/api/mocks/${mockId}/code/${partId}`,
    hasHistory: false,
  }) as [Draft];
  const about = { title: exercise.title, owner: draft.owner, mock: { mockId, partId } };
  const { grading, start, stop } = useGrading(exercise.id, about);
  const marks = readAnswers(reviewAnswersSchema, draft.source)?.marks ?? [];

  useEffect(() => openWritten(mockId, store), [mockId, store]);
  const verdict = grading.phase.name === 'done' ? grading.phase.verdict : null;
  const judged = verdict && (verdict.status === 'passed' || verdict.status === 'failed') ? verdict : null;
  useEffect(() => {
    if (verdict) onGraded();
  }, [verdict, onGraded]);

  const save = (changed: Mark[]) => store.edit(JSON.stringify({ marks: changed }));
  const submit = () => {
    store.flush();
    void start('submit', { [answersFile]: store.snapshot().source });
  };
  const results = resultsOf(judged?.tests ?? [], null);
  const places = results.flatMap(({ kind, lines }) => lines.map((range) => ({ ...range, kind })));
  return (
    <div className={`page ${styles.written} ${styles.review}`}>
      <div className={styles.reviewTask}>{children}</div>
      <Marking review={review} marks={marks} onMarks={save} news={places}>
        {(show) => (
          <>
            <div className={marking.actions}>
              <Button variant="primary" aria-disabled={isBusy(grading)} onClick={submit}>
                Submit the review
              </Button>
              <p role="status" data-state={draft.state} className={marking.rule}>
                {draft.source === '' ? '' : draftWords(draft)}
              </p>
              {draft.replaced !== null && (
                <Button variant="quiet" onClick={store.undo}>
                  Bring back the other version
                </Button>
              )}
              <DraftConflict
                draft={draft}
                store={store}
                inWords={(source) => marksInWords(source, review.defects)}
                what={yourMarks}
                hasHistory={false}
              />
              <p className={marking.rule}>
                {ruleWords(review.falseMarksMax)} You are told the first thing that is not right, and can submit as
                often as the time allows.
              </p>
              <GradingLine grading={grading} onAgain={submit} onStop={stop} />
            </div>
            {judged && (
              <ResultBanner
                key={grading.count}
                isNews={!grading.isLate}
                passed={judged.status === 'passed'}
                title={judged.status === 'passed' ? 'Passed' : 'Not passed'}
              >
                {results[0] && <p>{toldWords(results[0], review.falseMarksMax)}</p>}
                {results.length > 0 && <ReviewResults results={results} onShow={show} />}
              </ResultBanner>
            )}
          </>
        )}
      </Marking>
    </div>
  );
}

const yourMarks = { one: 'review', yours: 'your marks' };
