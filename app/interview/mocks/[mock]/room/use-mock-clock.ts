'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { callAs } from '#components/call-as';
import { ownerNow } from '#components/me';
import { jsonRequest, type Problem } from '#lib/api-call';
import { mockClockSchema, phaseOf, settled, type MockAction, type MockClock, type MockRound } from '#lib/mock-clock';
import { mockTabs, type MockTabs } from '../../mock-tabs.ts';

const tickMs = 500;
/** Another device may pause or end the round; the server is asked this often, and whenever something changed. */
const askEveryMs = 30_000;
const answerMsMax = 15_000;
/** A clock of the browser's that moves by more than this was set, or has slept. */
const jumpMsMax = 2_000;

/**
 * How far the server's clock is from this one, as last measured since the page was loaded. Going back to a room brings the
 * moment at which it was first shown, by which there would be too much time left until the server answers.
 */
let lastAheadMs: number | null = null;

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
  const [nowMs, setNowMs] = useState(() => (lastAheadMs === null ? initial.nowMs : Date.now() + lastAheadMs));
  const [isOffline, setIsOffline] = useState(false);
  const aheadMs = useRef<number | null>(null);
  const newestMs = useRef(initial.nowMs);

  const call = useCallback(
    async (init: RequestInit): Promise<Problem | null> => {
      const sentAtMs = Date.now();
      const request = { ...init, signal: AbortSignal.timeout(answerMsMax) };
      const answer = await callAs(ownerNow().id, mockClockSchema, `/api/mocks/${mockId}`, request);
      setIsOffline(!answer.ok && answer.problem.code === 'offline');
      if (!answer.ok) return answer.problem;
      // Of two that are under way, the one that was answered first may come last.
      if (answer.value.nowMs < newestMs.current) return null;
      newestMs.current = answer.value.nowMs;
      const gotAtMs = Date.now();
      // Half of the way there and back has passed since the server looked at its clock.
      aheadMs.current = answer.value.nowMs - (sentAtMs + gotAtMs) / 2;
      lastAheadMs = aheadMs.current;
      setClock(answer.value);
      setNowMs(gotAtMs + aheadMs.current);
      return null;
    },
    [mockId],
  );
  const ask = useCallback(async () => void (await call({})), [call]);
  const tabs = useRef<MockTabs>(null);
  useEffect(() => {
    const opened = mockTabs(mockId, () => void ask());
    tabs.current = opened;
    return opened.close;
  }, [mockId, ask]);
  const act = useCallback(
    async (action: MockAction, round: MockRound['kind']) => {
      const problem = await call(jsonRequest('PUT', { action, round }));
      if (!problem) tabs.current?.tell();
      return problem;
    },
    [call],
  );

  useEffect(() => {
    aheadMs.current ??= lastAheadMs ?? initial.nowMs - Date.now();
    const asked = () => void ask();
    let last = { date: Date.now(), steady: performance.now() };
    const tick = setInterval(() => {
      const now = { date: Date.now(), steady: performance.now() };
      if (Math.abs(now.date - last.date - (now.steady - last.steady)) > jumpMsMax) asked();
      last = now;
      setNowMs(now.date + (aheadMs.current ?? 0));
    }, tickMs);
    const seen = () => document.visibilityState === 'visible' && asked();
    document.addEventListener('visibilitychange', seen);
    for (const name of ['online', 'pageshow'] as const) addEventListener(name, asked);
    const gone = () => setIsOffline(true);
    addEventListener('offline', gone);
    asked();
    return () => {
      clearInterval(tick);
      document.removeEventListener('visibilitychange', seen);
      for (const name of ['online', 'pageshow'] as const) removeEventListener(name, asked);
      removeEventListener('offline', gone);
    };
  }, [ask, initial.nowMs]);

  const rounds = settled(clock.rounds, nowMs);
  const hasEnded = phaseOf(rounds).name === 'ended';
  useEffect(() => {
    if (hasEnded) return;
    const poll = setInterval(() => void ask(), askEveryMs);
    return () => clearInterval(poll);
  }, [ask, hasEnded]);

  return { rounds, outcomes: clock.outcomes, nowMs, isOffline, act, ask };
}
