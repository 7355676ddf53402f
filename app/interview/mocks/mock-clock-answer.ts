import type { Mock } from '#db/mocks';
import type { MockClock, PartOutcome } from '#lib/mock-clock';

type Work = Pick<Mock, 'rounds' | 'parts' | 'submissions' | 'answers'>;

/** What the running page asks for again and again: the clock by the server's time, and how the parts stand. */
export function clockOf({ rounds, parts, submissions, answers }: Work, now: Date): MockClock {
  const outcomes = parts.map(({ id, type }): [string, PartOutcome] => {
    if (type === 'question') return [id, Object.hasOwn(answers, id) ? 'written' : 'open'];
    const own = submissions.filter(({ partId }) => partId === id);
    if (own.some(({ verdictStatus }) => verdictStatus === 'passed')) return [id, 'passed'];
    // Without a result nobody can say that it has not passed.
    const isJudged = own.some(({ verdictStatus }) => verdictStatus !== null && verdictStatus !== 'unavailable');
    return [id, isJudged ? 'handed-in' : 'open'];
  });
  return { nowMs: now.getTime(), rounds, outcomes: Object.fromEntries(outcomes) };
}
