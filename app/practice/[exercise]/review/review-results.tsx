'use client';
import { Check, CircleDashed, X } from 'lucide-react';
import type { TestResult } from '#lib/verdict';
import { Explained } from '../answers/explained.tsx';
import type { Finding } from '../answers/use-shown-answers.ts';
import { lineWords, type Lines } from './lines.ts';
import styles from './review.module.css';

type Kind = 'found' | 'missed' | 'false-mark';
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
  if (!shown) return judged;
  const isFound = ({ lines: [first] }: Finding) =>
    judged.some(({ kind, lines }) => kind === 'found' && lines[0]?.from === first?.from);
  return [
    ...judged.filter(({ kind }) => kind === 'found'),
    ...shown
      .filter((finding) => !isFound(finding))
      .map(({ defect, lines, severity, explanation }): Result => ({
        kind: 'missed',
        title: defect,
        lines,
        severity,
        message: explanation,
      })),
    ...judged.filter(({ kind }) => kind === 'false-mark'),
  ];
}

const words: Record<Kind, string> = { found: 'Found', missed: 'Not found', 'false-mark': 'False mark' };

/** Without `onShow` there is nothing to be shown beside them, and lines are words alone. */
export function ReviewResults({ results, onShow }: { results: Result[]; onShow?: (lines: Lines) => void }) {
  return (
    <ol role="list" className={styles.results} aria-label="Findings">
      {results.map(({ kind, title, lines, severity, message }, index) => {
        const known = lines.length > 0;
        const Icon = kind === 'found' ? Check : known ? X : CircleDashed;
        return (
          <li key={index} className={styles.result} data-kind={kind}>
            <Icon className={styles.icon} size={16} strokeWidth={2.25} aria-hidden="true" />
            <div>
              <h3>{known ? title : `One ${severity} finding is still open`}</h3>
              <p className={styles.facts}>
                <span className={styles.kind}>{words[kind]}</span>
                {severity && <span>{severity}</span>}
                {lines.map((range) => {
                  const words = lineWords(range).replace('l', 'L');
                  if (!onShow) return <span key={range.from}>{words}</span>;
                  return (
                    <button key={range.from} type="button" className={styles.place} onClick={() => onShow(range)}>
                      {words}
                    </button>
                  );
                })}
              </p>
              {message && <Explained text={message} />}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
