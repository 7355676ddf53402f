import { Check, Clock, TriangleAlert, X } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { Block, PlaceButton } from '#components/grading-details';
import { durationWords, verdictWords } from '#components/grading-words';
import type { GradingMode, Place, Verdict as GradingVerdict } from '#lib/verdict';
import styles from './grading-verdict.module.css';

type Props = {
  verdict: GradingVerdict;
  mode: GradingMode;
  /** In place of the count of tests. */
  words?: string | undefined;
  heading?: Ref<HTMLHeadingElement>;
  onPlace?: (place: Place) => void;
  /** What comes next. */
  children?: ReactNode;
};

const icons = { passed: Check, failed: X, errored: TriangleAlert, unavailable: Clock };

/** How it ended, in one heading, and what that means. */
export function Verdict({ verdict, mode, words, heading, onPlace, children }: Props) {
  const Icon = icons[verdict.status];
  return (
    <section className={styles.verdict} data-status={verdict.status} aria-label="Result">
      <div className={styles.head}>
        <h2 className={styles.heading} ref={heading} tabIndex={-1}>
          <Icon className={styles.icon} size={20} strokeWidth={2.25} aria-hidden="true" />
          {words ?? verdictWords(verdict, mode)}
          {verdict.status !== 'unavailable' && <span className={styles.time}>{durationWords(verdict.durationMs)}</span>}
        </h2>
        {(verdict.status === 'errored' || verdict.status === 'unavailable') && (
          <p className={styles.message}>{verdict.message}</p>
        )}
        {verdict.status === 'unavailable' && (
          <p className={styles.message}>Nothing was counted, and your code is kept.</p>
        )}
        {verdict.status === 'errored' && verdict.at && <PlaceButton place={verdict.at} onPlace={onPlace} />}
      </div>
      {children}
      {verdict.status !== 'unavailable' && verdict.console && (
        <Block title="Console, outside the tests" text={verdict.console} />
      )}
    </section>
  );
}
