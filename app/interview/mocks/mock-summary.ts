import { plural } from '#components/labels';
import type { MockKind, MockPart, SelfReview } from '#lib/mock';
import { phaseOf, usedMs, type MockRound, type RoundEnd } from '#lib/mock-clock';
import { meanSelfScore, selfScoreOf } from './self-score.ts';

/** What a line about a mock needs; a `Mock` of the database has it. */
export type SummarizedMock = {
  id: string;
  kind: MockKind;
  level: 'junior' | 'mid' | 'senior';
  parts: MockPart[];
  rounds: MockRound[];
  startedAt: Date;
  reviews: Record<string, { review: SelfReview }>;
  answers: Record<string, unknown>;
  submissions: {
    partId: string;
    verdictStatus: string | null;
    passedTests: number | null;
    totalTests: number | null;
    importedAt: Date | null;
  }[];
};

export type MockSummary = {
  id: string;
  kind: MockKind;
  level: SummarizedMock['level'];
  startedAt: Date;
  /** Null while it is open. */
  ended: RoundEnd | null;
  exercises: { passed: number; total: number };
  /** Whether something in it was graded elsewhere, and came with an import. */
  imported: boolean;
  /** Mean over the exercises of the share of tests that the best attempt passed; null without exercises. */
  machineShare: number | null;
  written: { answered: number; rated: number; total: number };
  /** Null until something is rated. */
  selfShare: number | null;
  usedMinutes: number;
  minutes: number;
  pauses: number;
};

/** One mock in figures: for a line in a list, and for the readiness report. */
export function mockSummary(mock: SummarizedMock, now = new Date()): MockSummary {
  const { parts, rounds, reviews, answers } = mock;
  const exercises = parts.filter(({ type }) => type === 'exercise').map(({ id }) => outcomeOf(mock, id));
  const questions = parts.filter(({ type }) => type === 'question');
  const scores = questions.flatMap(({ id, minutes }) => {
    const review = reviews[id]?.review;
    const score = review && selfScoreOf(review);
    return score ? [{ share: score.share, minutes }] : [];
  });
  const phase = phaseOf(rounds);
  return {
    id: mock.id,
    kind: mock.kind,
    level: mock.level,
    startedAt: mock.startedAt,
    ended: phase.name === 'ended' ? phase.ended : null,
    exercises: { passed: exercises.filter(({ passed }) => passed).length, total: exercises.length },
    imported: mock.submissions.some(({ importedAt }) => importedAt !== null),
    machineShare:
      exercises.length === 0 ? null : exercises.reduce((sum, { share }) => sum + share, 0) / exercises.length,
    written: {
      answered: questions.filter(({ id }) => Object.hasOwn(answers, id)).length,
      rated: scores.length,
      total: questions.length,
    },
    selfShare: meanSelfScore(scores),
    usedMinutes: Math.round(rounds.reduce((sum, round) => sum + usedMs(round, now.getTime()), 0) / 60_000),
    // As long as they were set, whatever a newer build sets.
    minutes: rounds.reduce((sum, round) => sum + round.minutes, 0),
    pauses: rounds.reduce((sum, { pauses }) => sum + pauses.length, 0),
  };
}

/** The figures in words: what was graded and what is self-reported, told apart. */
export function summaryInWords({ exercises, imported, written, selfShare }: MockSummary): string {
  const elsewhere = imported ? ' (imported)' : '';
  const graded =
    exercises.total > 0 && `${exercises.passed} of ${plural(exercises.total, 'exercise')} passed${elsewhere}`;
  const own =
    written.total > 0 &&
    (selfShare === null
      ? `${plural(written.total, 'written answer')}, not rated yet`
      : `own rating ${Math.round(selfShare * 100)} %${written.rated < written.total ? ` of ${written.rated} of ${written.total} answers` : ''}`);
  return [graded, own].filter((each) => each !== false).join('; ');
}

function outcomeOf({ submissions }: SummarizedMock, partId: string): { passed: boolean; share: number } {
  const own = submissions.filter((each) => each.partId === partId);
  if (own.some(({ verdictStatus }) => verdictStatus === 'passed')) return { passed: true, share: 1 };
  const shares = own.map(({ passedTests, totalTests }) => (totalTests ? (passedTests ?? 0) / totalTests : 0));
  return { passed: false, share: Math.max(0, ...shares) };
}
