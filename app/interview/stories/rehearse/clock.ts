import { rehearsalSeconds } from '#lib/story';

export type Clock = { running: boolean; elapsedMs: number };
export type RehearsalClock = ReturnType<typeof rehearsalClock>;

const tickMs = 250;

/** Counts up from zero; a pause stands still. `now` is the browser's own clock, so a page in the background loses nothing. */
export function rehearsalClock(now: () => number) {
  let shown: Clock = { running: false, elapsedMs: 0 };
  let startedAt = 0;
  let before = 0;
  let timer: ReturnType<typeof setInterval> | undefined;
  const listeners = new Set<() => void>();

  function show(running: boolean) {
    shown = { running, elapsedMs: running ? before + now() - startedAt : before };
    for (const listener of listeners) listener();
  }

  return {
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => shown,
    start() {
      if (shown.running) return;
      startedAt = now();
      timer = setInterval(() => show(true), tickMs);
      show(true);
    },
    pause() {
      if (!shown.running) return;
      clearInterval(timer);
      before += now() - startedAt;
      show(false);
    },
    reset() {
      clearInterval(timer);
      before = 0;
      show(false);
    },
  };
}

/** `1:05` */
export function clockFace(elapsedMs: number): string {
  const seconds = Math.floor(elapsedMs / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** What is said aloud, and seldom: a clock that speaks each second is no help. */
export function clockNews({ elapsedMs }: Clock): string {
  const seconds = Math.floor(elapsedMs / 1000);
  if (seconds >= rehearsalSeconds) return 'Two minutes are over.';
  if (seconds >= rehearsalSeconds - 15) return '15 seconds left: say the result.';
  if (seconds >= rehearsalSeconds / 2) return 'One minute left.';
  return '';
}
