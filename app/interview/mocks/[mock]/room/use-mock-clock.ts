'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ownerNow } from '#components/me';
import { apiCall, jsonRequest, type Problem } from '#lib/api-call';
import { forLearner } from '#lib/for-learner';
import { mockClockSchema, settled, type MockAction, type MockClock, type MockRound } from '#lib/mock-clock';

const tickMs = 500;
/** Another tab or device may pause or end the round; the server is asked this often, and whenever something changed. */
const askEveryMs = 30_000;
const answerMsMax = 15_000;
/** A clock of the browser's that moves by more than this was set, or has slept. */
const jumpMsMax = 2_000;

export type MockNow = {
  /** As they are now, whether or not the server has been asked since. */
  rounds: MockRound[];
  outcomes: MockClock['outcomes'];
  nowMs: number;
  isOffline: boolean;
  act: (action: MockAction, round: MockRound['kind']) => Promise<Problem | null>;
  /** Asks the server how the mock stands. */
  ask: () => Promise<void>;
};

/**
 * A mock by the server's clock. The browser's own may be wrong, or be set while the mock runs: what counts is how far it
 * is from the server's, measured at each answer; without a connection the last measure goes on.
 */
export function useMockClock(mockId: string, initial: MockClock): MockNow {
  const [clock, setClock] = useState(initial);
  const [nowMs, setNowMs] = useState(initial.nowMs);
  const [isOffline, setIsOffline] = useState(false);
  const aheadMs = useRef<number | null>(null);

  const call = useCallback(
    async (init: RequestInit): Promise<Problem | null> => {
      const sentAtMs = Date.now();
      const request = forLearner(ownerNow().id, { ...init, signal: AbortSignal.timeout(answerMsMax) });
      const answer = await apiCall(mockClockSchema, `/api/mocks/${mockId}`, request);
      setIsOffline(!answer.ok && answer.problem.code === 'offline');
      if (!answer.ok) return answer.problem;
      const gotAtMs = Date.now();
      // Half of the way there and back has passed since the server looked at its clock.
      aheadMs.current = answer.value.nowMs - (sentAtMs + gotAtMs) / 2;
      setClock(answer.value);
      setNowMs(gotAtMs + aheadMs.current);
      return null;
    },
    [mockId],
  );
  const ask = useCallback(async () => void (await call({})), [call]);
  const act = useCallback(
    (action: MockAction, round: MockRound['kind']) => call(jsonRequest('PUT', { action, round })),
    [call],
  );

  useEffect(() => {
    aheadMs.current ??= initial.nowMs - Date.now();
    const asked = () => void ask();
    let last = { date: Date.now(), steady: performance.now() };
    const tick = setInterval(() => {
      const now = { date: Date.now(), steady: performance.now() };
      if (Math.abs(now.date - last.date - (now.steady - last.steady)) > jumpMsMax) asked();
      last = now;
      setNowMs(now.date + (aheadMs.current ?? 0));
    }, tickMs);
    const poll = setInterval(asked, askEveryMs);
    const seen = () => document.visibilityState === 'visible' && asked();
    document.addEventListener('visibilitychange', seen);
    for (const name of ['online', 'pageshow'] as const) addEventListener(name, asked);
    const gone = () => setIsOffline(true);
    addEventListener('offline', gone);
    asked();
    return () => {
      clearInterval(tick);
      clearInterval(poll);
      document.removeEventListener('visibilitychange', seen);
      for (const name of ['online', 'pageshow'] as const) removeEventListener(name, asked);
      removeEventListener('offline', gone);
    };
  }, [ask, initial.nowMs]);

  return { rounds: settled(clock.rounds, nowMs), outcomes: clock.outcomes, nowMs, isOffline, act, ask };
}
