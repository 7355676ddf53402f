'use client';
import { Block, PlaceButton } from '#components/grading-details';
import { durationWords, problemWords, reasonWords } from '#components/grading-words';
import type { RunAnswer } from '#lib/run-source';
import type { Place } from '#lib/verdict';
import styles from './request-console.module.css';

/** What there is to say about a call beside its exchanges: what went wrong, and what the service printed. */
export function ConsoleOutcome({ answer, onPlace }: { answer: RunAnswer; onPlace: (place: Place) => void }) {
  if (answer.type === 'problem') return <Problem {...problemWords(answer.problem)} />;
  const { outcome } = answer;
  if (outcome.status === 'unavailable') {
    return <Problem title="It was not sent: our side is busy" text={`${outcome.message} Try again in a moment.`} />;
  }
  return (
    <div className={styles.outcome} data-status={outcome.status}>
      {outcome.status === 'errored' && (
        <div role="alert">
          <p className={styles.title}>{reasonWords[outcome.reason]}</p>
          <p className={styles.message}>{outcome.message}</p>
          {outcome.at && <PlaceButton place={outcome.at} onPlace={onPlace} />}
        </div>
      )}
      {outcome.console && <Block title="Console of your service" text={outcome.console} />}
      {outcome.status === 'ran' && (
        <p className={styles.note}>Answered in {durationWords(outcome.durationMs)}, start included.</p>
      )}
    </div>
  );
}

function Problem({ title, text }: { title: string; text: string }) {
  return (
    <div className={styles.outcome} data-status="unavailable" role="alert">
      <p className={styles.title}>{title}</p>
      <p className={styles.message}>{text}</p>
    </div>
  );
}
