'use client';
import styles from './room.module.css';

/** The time that is left. It is read out at a few moments alone: a clock that speaks each second drowns everything. */
export function Timer({ leftMs, isPaused }: { leftMs: number; isPaused: boolean }) {
  const isShort = leftMs <= shortMs;
  return (
    <>
      <p className={styles.timer} role="timer" aria-live="off" data-short={isShort}>
        <span className="visually-hidden">Time left: </span>
        {clockFace(leftMs)}
        <span className={styles.timerWords}>{isPaused ? 'paused' : 'left'}</span>
      </p>
      <p className="visually-hidden" role="status">
        {isPaused ? 'The clock is stopped.' : spokenWords(leftMs)}
      </p>
    </>
  );
}

const minuteMs = 60_000;
const shortMs = 5 * minuteMs;

/** 44:07, and 1:02:30 where there is more than an hour. Rounded up, so that 0:00 is the end. */
export function clockFace(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000));
  const hours = Math.floor(seconds / 3600);
  const [minutes, rest] = [Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0'));
  return hours > 0 ? `${hours}:${minutes}:${rest}` : `${minutes}:${rest}`;
}

/** Changes only as another of its moments is passed. After a pause or a jump it may be less than that moment. */
export function spokenWords(leftMs: number): string {
  const passed = [1, 5, 10].find((minutes) => leftMs < minutes * minuteMs);
  if (!passed || leftMs <= 0) return '';
  return passed === 1 ? 'Less than a minute is left.' : `Less than ${passed} minutes are left.`;
}
