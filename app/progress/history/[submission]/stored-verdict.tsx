'use client';

import { Verdict } from '#components/grading-verdict';
import type { Kind } from '#components/labels';
import { labGroups, suiteGroups } from '#components/test-groups';
import { TestReport } from '#components/test-report';
import type { TestResult, Verdict as GradingVerdict } from '#lib/verdict';
import { Explained } from '../../../practice/[exercise]/answers/explained.tsx';
import { ReviewResults } from '../../../practice/[exercise]/review/review-results.tsx';
import { resultsOf } from '../../../practice/[exercise]/review/results.ts';
import styles from '../history.module.css';

/** A verdict as it was stored, drawn by what drew it on the day. */
export function StoredVerdict({ verdict, kind, unit }: { verdict: GradingVerdict; kind: Kind; unit?: string }) {
  const tests = verdict.status === 'unavailable' ? [] : verdict.tests;
  if (kind === 'review') return <ReviewResults results={resultsOf(tests, null)} />;
  if (kind === 'quiz') return <QuizResults tests={tests} />;
  return (
    <>
      <Verdict verdict={verdict} mode="submit" />
      <TestReport
        tests={tests}
        groups={kind === 'tests' ? suiteGroups : kind === 'lab' ? labGroups : undefined}
        unit={unit}
      />
    </>
  );
}

/** The questions of that draw are not kept, so each is known by its name and what was said of its options. */
function QuizResults({ tests }: { tests: TestResult[] }) {
  const right = tests.filter(({ status }) => status === 'passed').length;
  return (
    <>
      <p>
        {right} of {tests.length} questions right.
      </p>
      <ol className={styles.questions}>
        {tests.map(({ name, status, answer }, index) => (
          <li key={index}>
            <h3>{name}</h3>
            <p>{status === 'passed' ? 'Right' : 'Not right'}</p>
            {answer?.type === 'question' &&
              answer.options
                .filter(({ chosen, right: isRight }) => chosen || isRight)
                .map(({ chosen, right: isRight, explanation }, place) => (
                  <div key={place}>
                    <p>
                      {chosen ? 'Your choice' : 'Not chosen'}, {isRight ? 'right' : 'not right'}:
                    </p>
                    <Explained text={explanation} />
                  </div>
                ))}
          </li>
        ))}
      </ol>
    </>
  );
}
