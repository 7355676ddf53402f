'use client';
import { problemWords, whenWords } from '#components/grading-words';
import { keptWords, withdrawnWords, type Grading } from '#lib/grading-state';
import styles from './answers.module.css';

type Props = { grading: Grading; onAgain: () => void; onStop: () => void };

/** What happens between Submit and the result, and why there is none. The result itself is the page's. */
export function GradingLine({ grading: { phase }, onAgain, onStop }: Props) {
  if (phase.name === 'kept') {
    return (
      <div className={styles.refused} role="status">
        <p>{keptWords[phase.reason]}</p>
        <button type="button" className={styles.small} onClick={onStop}>
          Take it back
        </button>
      </div>
    );
  }
  if (phase.name === 'refused') {
    const { title, text } = problemWords(phase.problem);
    return (
      <div className={styles.refused} role="alert">
        <p>
          <strong>{title}.</strong> {text}
        </p>
        <Again onAgain={onAgain} />
      </div>
    );
  }
  if (phase.name === 'done' && phase.verdict.status === 'unavailable') {
    return (
      <div className={styles.refused} role="alert">
        <p>{phase.verdict.message} Your answers are kept.</p>
        <Again onAgain={onAgain} />
      </div>
    );
  }
  if (phase.name === 'done' && phase.verdict.status === 'errored') {
    return (
      <p className={styles.refused} role="alert">
        {phase.verdict.message}
      </p>
    );
  }
  return (
    <p className={styles.phase} role="status">
      {phaseWords(phase)}
    </p>
  );
}

function Again({ onAgain }: { onAgain: () => void }) {
  return (
    <button type="button" className={styles.small} onClick={onAgain}>
      Submit again
    </button>
  );
}

function phaseWords(phase: Grading['phase']): string {
  switch (phase.name) {
    case 'sending':
      return 'Sending your answers';
    case 'queued':
      return `Waiting in line, position ${phase.position}`;
    case 'running':
      return 'Judging your answers';
    case 'waiting':
      return `${phase.message} This is on our side and is not counted. Sent again ${whenWords(phase.retryAfterMs)}.`;
    case 'recovering':
      return 'The connection was lost. Your submission is stored; asking for its result.';
    case 'withdrawn':
      return withdrawnWords;
    case 'stopped':
      return 'No longer waiting. What you submitted is stored and still judged.';
    default:
      return '';
  }
}
