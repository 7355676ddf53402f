import { expect, test } from 'vitest';
import {
  after,
  endsAt,
  graceMsMax,
  newRounds,
  mockRoundSchema,
  partState,
  pausedMs,
  pausesMax,
  phaseOf,
  remainingMs,
  settled,
  usedMs,
  type MockAction,
  type MockRound,
} from '#lib/mock-clock';
import type { RoundKind } from '#lib/mock';

const minute = 60_000;
const start = Date.UTC(2026, 0, 1, 12);
const at = (minutes: number) => start + minutes * minute;

const day = (): MockRound[] => newRounds([{ round: 'sql' }, { round: 'sql' }, { round: 'behavioural' }], start);
const one = (): MockRound[] => newRounds([{ round: 'sql' }], start);

function acted(rounds: MockRound[], ...acts: [MockAction, RoundKind, number][]): MockRound[] {
  return acts.reduce(
    (now, [action, round, minutes]) =>
      settled(after(settled(now, at(minutes)), { action, round }, at(minutes)), at(minutes)),
    rounds,
  );
}

test('parts of one round share its clock, and only the first round begins at once', () => {
  expect(day()).toMatchObject([
    { kind: 'sql', minutes: 30, startedAtMs: start },
    { kind: 'behavioural', minutes: 30, startedAtMs: null },
  ]);
});

test('time runs from the start, and all of it is used at the end', () => {
  const [round] = one();
  expect(remainingMs(round!, at(0))).toBe(30 * minute);
  expect(remainingMs(round!, at(12))).toBe(18 * minute);
  expect(endsAt(round!)).toBe(at(30));
  expect(settled(one(), at(30) - 1)[0]).toMatchObject({ ended: null });
  expect(settled(one(), at(30))[0]).toMatchObject({ ended: 'timed-out', endedAtMs: at(30) });
  expect(usedMs(settled(one(), at(400))[0]!, at(400))).toBe(30 * minute);
});

test('a pause stops the clock, however long it is and however many there are', () => {
  const rounds = acted(
    one(),
    ['pause', 'sql', 5],
    ['resume', 'sql', 500],
    ['pause', 'sql', 510],
    ['resume', 'sql', 511],
  );
  const [round] = rounds;
  expect(pausedMs(round!, at(520))).toBe(496 * minute);
  expect(usedMs(round!, at(520))).toBe((520 - 496) * minute);
  expect(endsAt(round!)).toBe(at(526));
});

test('a round that is paused never runs out', () => {
  const rounds = acted(one(), ['pause', 'sql', 29]);
  expect(phaseOf(settled(rounds, at(100_000)))).toMatchObject({ name: 'paused' });
  expect(remainingMs(rounds[0]!, at(100_000))).toBe(minute);
});

test('pausing twice is pausing once, and resuming what runs does nothing', () => {
  const twice = acted(one(), ['pause', 'sql', 5], ['pause', 'sql', 6], ['resume', 'sql', 7], ['resume', 'sql', 8]);
  expect(twice[0]!.pauses).toEqual([{ fromMs: at(5), toMs: at(7) }]);
});

test('a round takes as many pauses as its schema does and no more, and goes on then', () => {
  let rounds = one();
  for (let pause = 0; pause <= pausesMax; pause += 1) {
    rounds = acted(rounds, ['pause', 'sql', 1], ['resume', 'sql', 1]);
  }
  expect(rounds[0]!.pauses).toHaveLength(pausesMax);
  expect(mockRoundSchema.safeParse(rounds[0]).success).toBe(true);
  expect(phaseOf(acted(rounds, ['pause', 'sql', 2]))).toMatchObject({ name: 'running' });
});

test('a round that ends while it is paused used no more than before the pause', () => {
  const [round] = acted(one(), ['pause', 'sql', 10], ['finish', 'sql', 60]);
  expect(usedMs(round!, at(1000))).toBe(10 * minute);
  expect(pausedMs(round!, at(1000))).toBe(50 * minute);
});

test('between two rounds there is a break without a clock', () => {
  const rounds = acted(day(), ['finish', 'sql', 20]);
  expect(phaseOf(settled(rounds, at(5000)))).toMatchObject({ name: 'break', round: { kind: 'behavioural' } });
  expect(phaseOf(acted(rounds, ['begin', 'behavioural', 5000]))).toMatchObject({ name: 'running' });
});

test('a round whose time is over gives way to the break before the next one', () => {
  expect(phaseOf(settled(day(), at(31)))).toMatchObject({ name: 'break', round: { kind: 'behavioural' } });
});

test('an action for a round that is not the present one changes nothing', () => {
  const rounds = acted(day(), ['finish', 'sql', 20]);
  for (const action of ['pause', 'resume', 'finish', 'begin', 'leave'] as const) {
    expect(after(rounds, { action, round: 'sql' }, at(21)), action).toBe(rounds);
  }
  expect(acted(rounds, ['finish', 'behavioural', 21]), 'a round cannot end before it begins').toEqual(rounds);
  expect(acted(day(), ['begin', 'behavioural', 1]), 'nor begin before the one before has ended').toEqual(day());
});

test('a mock ends with its last round, and says how', () => {
  const finished = acted(day(), ['finish', 'sql', 20], ['begin', 'behavioural', 40], ['finish', 'behavioural', 50]);
  expect(phaseOf(finished)).toEqual({ name: 'ended', round: null, ended: 'finished', finishedAtMs: at(50) });
  const late = acted(day(), ['begin', 'behavioural', 40], ['finish', 'behavioural', 50]);
  expect(phaseOf(late)).toMatchObject({ ended: 'timed-out' });
  expect(phaseOf(acted(day(), ['leave', 'sql', 5]))).toMatchObject({ name: 'ended', ended: 'left' });
  expect(phaseOf(acted(day(), ['finish', 'sql', 5], ['leave', 'behavioural', 9]))).toMatchObject({
    ended: 'left',
    finishedAtMs: at(9),
  });
});

test('what was sent in time may arrive a little late, and nothing before a round begins', () => {
  const [sql, behavioural] = settled(day(), at(40));
  expect(partState(sql!, at(29))).toBe('open');
  expect(partState(sql!, at(30) + graceMsMax)).toBe('open');
  expect(partState(sql!, at(30) + graceMsMax + 1)).toBe('closed');
  expect(partState(behavioural!, at(40))).toBe('not-begun');
});

test('for any row of pauses, what was used and what is left make the whole, and never less than nothing', () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    let minutes = 0;
    let rounds = one();
    for (let step = 0; step < 8; step += 1) {
      minutes += (seed * (step + 3)) % 9;
      rounds = acted(rounds, [step % 2 ? 'resume' : 'pause', 'sql', minutes]);
      const [round] = rounds;
      const used = usedMs(round!, at(minutes));
      expect(used + remainingMs(round!, at(minutes))).toBe(30 * minute);
      expect(used).toBeGreaterThanOrEqual(0);
      expect(used + pausedMs(round!, at(minutes))).toBe(
        Math.min(minutes, (round!.endedAtMs ?? Infinity) / minute - start / minute) * minute,
      );
    }
  }
});
