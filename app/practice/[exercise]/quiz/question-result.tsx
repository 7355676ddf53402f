import { Check, X } from 'lucide-react';
import type { TestResult } from '#lib/verdict';
import { Explained } from '../answers/explained.tsx';
import type { AskedQuestion } from './use-questions.ts';
import styles from './quiz.module.css';

type Props = { question: AskedQuestion; number: number; test: TestResult | undefined };

/** A question after it was judged: every option says whether it is right, and why. */
export function QuestionResult({ question, number, test }: Props) {
  const judged = test?.answer?.type === 'question' ? test.answer.options : [];
  const right = test?.status === 'passed';
  return (
    <li className={styles.question} data-right={right}>
      <h3 className={styles.number}>
        Question {number}
        <span className={styles.verdict}>{right ? 'Right' : 'Not right'}</span>
      </h3>
      <div className={styles.text} dangerouslySetInnerHTML={{ __html: question.questionHtml }} />
      <ul role="list" className={styles.options}>
        {question.options.map((html, place) => {
          const option = judged[place];
          if (!option) return null;
          const Icon = option.right ? Check : X;
          return (
            <li
              key={place}
              className={styles.option}
              data-right={option.right}
              data-chosen={option.chosen || undefined}
            >
              <Icon className={styles.icon} size={18} strokeWidth={2.25} aria-hidden="true" />
              <div>
                <div className={styles.label} dangerouslySetInnerHTML={{ __html: html }} />
                <p className={styles.choice}>
                  {option.right ? 'Right' : 'Not right'}
                  {option.chosen ? ', and your choice' : option.right && ', and not chosen'}
                </p>
                <Explained text={option.explanation} />
              </div>
            </li>
          );
        })}
      </ul>
    </li>
  );
}
