import './zod-without-eval.ts';
import { z } from 'zod';
import { roundKindSchema, roundMinutes, type MockPart } from './mock.ts';

/**
 * The clock of a mock interview, as arithmetic on moments that the server has written down. Nothing ticks: what a moment
 * means is worked out from the rounds whenever it is asked, so a restart, a closed laptop or a wrong clock in a browser
 * changes nothing. All moments are the server's, in milliseconds since 1970.
 */
export const roundEndSchema = z.enum(['finished', 'timed-out', 'left']);
export type RoundEnd = z.infer<typeof roundEndSchema>;

const momentSchema = z.int().min(0);

/** Of one round: far more than anybody needs, so that a row stays small. */
export const pausesMax = 200;

export const mockRoundSchema = z.strictObject({
  kind: roundKindSchema,
  minutes: z.int().min(1),
  startedAtMs: momentSchema.nullable(),
  /** The last one is still open where `toMs` is null. */
  pauses: z.array(z.strictObject({ fromMs: momentSchema, toMs: momentSchema.nullable() })).max(pausesMax),
  endedAtMs: momentSchema.nullable(),
  ended: roundEndSchema.nullable(),
});
export type MockRound = z.infer<typeof mockRoundSchema>;

/** What was sent in time may arrive a little late; what comes after this is refused. */
export const graceMsMax = 10_000;

/** The rounds of some parts in their order, the first of them begun. */
export function newRounds(parts: readonly Pick<MockPart, 'round'>[], nowMs: number): MockRound[] {
  return [...new Set(parts.map(({ round }) => round))].map((kind, index) => ({
    kind,
    minutes: roundMinutes[kind],
    startedAtMs: index === 0 ? nowMs : null,
    pauses: [],
    endedAtMs: null,
    ended: null,
  }));
}

/** Ends the round whose time is over, at the moment when it was. Everything else here expects rounds that are settled. */
export function settled(rounds: MockRound[], nowMs: number): MockRound[] {
  return rounds.map((round) => {
    const endsAtMs = endsAt(round);
    if (round.ended || endsAtMs === null || nowMs < endsAtMs) return round;
    return { ...round, endedAtMs: endsAtMs, ended: 'timed-out' as const };
  });
}

/** When the time of a round is over if it is not paused again; null where it has not begun, is paused or has ended. */
export function endsAt(round: MockRound): number | null {
  if (round.startedAtMs === null || round.ended || isPaused(round)) return null;
  return round.startedAtMs + round.minutes * 60_000 + pausedMs(round, round.startedAtMs);
}

export function isPaused(round: MockRound): boolean {
  return !round.ended && round.pauses.at(-1)?.toMs === null;
}

/** How long a round has stood still. A pause that is open counts up to now. */
export function pausedMs(round: MockRound, nowMs: number): number {
  return round.pauses.reduce((sum, { fromMs, toMs }) => sum + Math.max(0, (toMs ?? nowMs) - fromMs), 0);
}

/** How much of its time a round has used; pauses do not count. */
export function usedMs(round: MockRound, nowMs: number): number {
  if (round.startedAtMs === null) return 0;
  const untilMs = round.endedAtMs ?? nowMs;
  return Math.min(round.minutes * 60_000, Math.max(0, untilMs - round.startedAtMs - pausedMs(round, untilMs)));
}

export function remainingMs(round: MockRound, nowMs: number): number {
  return round.minutes * 60_000 - usedMs(round, nowMs);
}

/** `round` is the one that runs, or the one that comes next; null once the mock has ended. */
export type MockPhase =
  | { name: 'running' | 'paused' | 'break'; round: MockRound }
  | { name: 'ended'; round: null; ended: RoundEnd; finishedAtMs: number };

export function phaseOf(rounds: readonly MockRound[]): MockPhase {
  const hasLeft = rounds.some(({ ended }) => ended === 'left');
  const round = hasLeft ? undefined : rounds.find(({ ended }) => !ended);
  if (round) return { name: round.startedAtMs === null ? 'break' : isPaused(round) ? 'paused' : 'running', round };
  const ran = rounds.some(({ ended }) => ended === 'timed-out') ? 'timed-out' : 'finished';
  const finishedAtMs = Math.max(0, ...rounds.map(({ endedAtMs }) => endedAtMs ?? 0));
  return { name: 'ended', round: null, ended: hasLeft ? 'left' : ran, finishedAtMs };
}

export const mockActionSchema = z.enum(['pause', 'resume', 'finish', 'begin', 'leave']);
export type MockAction = z.infer<typeof mockActionSchema>;

/**
 * What an action makes of the rounds. It names the round that its sender saw, so one that is sent twice, or from a tab
 * that has not noticed what another did, changes nothing.
 */
export function after(
  rounds: MockRound[],
  { action, round: kind }: { action: MockAction; round: MockRound['kind'] },
  nowMs: number,
): MockRound[] {
  const phase = phaseOf(rounds);
  if (phase.round?.kind !== kind) return rounds;
  const changed = changedRound(phase.round, phase.name, action, nowMs);
  return rounds.map((round) => (round === phase.round ? changed : round));
}

function changedRound(round: MockRound, phase: MockPhase['name'], action: MockAction, nowMs: number): MockRound {
  switch (action) {
    case 'begin':
      return phase === 'break' ? { ...round, startedAtMs: nowMs } : round;
    case 'pause':
      return phase === 'running' && round.pauses.length < pausesMax
        ? { ...round, pauses: [...round.pauses, { fromMs: nowMs, toMs: null }] }
        : round;
    case 'resume':
      return { ...round, pauses: closedPauses(round, nowMs) };
    case 'finish':
      return phase === 'break' ? round : ended(round, 'finished', nowMs);
    case 'leave':
      return ended(round, 'left', nowMs);
  }
}

function ended(round: MockRound, end: RoundEnd, nowMs: number): MockRound {
  return { ...round, pauses: closedPauses(round, nowMs), endedAtMs: nowMs, ended: end };
}

function closedPauses({ pauses }: MockRound, nowMs: number): MockRound['pauses'] {
  return pauses.map((pause) => (pause.toMs === null ? { ...pause, toMs: nowMs } : pause));
}

export type PartState = 'not-begun' | 'open' | 'closed';

/** Whether something may still be handed in for a round: while it runs or stands still, and for a moment afterwards. */
export function partState({ startedAtMs, endedAtMs }: MockRound, nowMs: number): PartState {
  if (startedAtMs === null) return 'not-begun';
  return endedAtMs === null || nowMs <= endedAtMs + graceMsMax ? 'open' : 'closed';
}

export const partOutcomeSchema = z.enum(['open', 'written', 'handed-in', 'passed']);
export type PartOutcome = z.infer<typeof partOutcomeSchema>;

/** What the server says of a running mock: its time, the rounds, and how each part stands. */
export const mockClockSchema = z.object({
  nowMs: momentSchema,
  rounds: z.array(mockRoundSchema),
  outcomes: z.record(z.string(), partOutcomeSchema),
});
export type MockClock = z.infer<typeof mockClockSchema>;

/** Where in a mock something is done. */
export type MockPlace = { mockId: string; partId: string };
