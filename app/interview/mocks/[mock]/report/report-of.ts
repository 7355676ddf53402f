import { exercisePage, questionPage, tracks, type QuestionPage } from '#content/load';
import type { Db } from '#db/client';
import { mockCodeOf } from '#db/mock-code';
import { mocksOf, type ListedMock, type Mock } from '#db/mocks';
import { submissionOf } from '#db/submissions';
import type { SelfReview } from '#lib/mock';
import { usedMs, type MockRound } from '#lib/mock-clock';
import { marksInWords } from '../../../../practice/[exercise]/review/review-words.ts';
import { evidenceOf } from '../../../../progress/evidence.ts';
import { material } from '../../../../progress/material.ts';
import { readinessOf } from '../../../../progress/readiness.ts';
import { workOf } from '../../../../progress/records.ts';
import { agreementBySkill, agreementOverTime, type MockPair, type SkillAgreement } from '../../agreement.ts';
import { gradedSkills } from '../../graded-skills.ts';
import { machineEvidence, type MachineEvidence } from '../../machine-evidence.ts';
import { mockSummary, type MockSummary } from '../../mock-summary.ts';
import { mockKindLabels } from '../../mock-words.ts';
import { nextThings, type NextThing } from '../../next-things.ts';
import { selfScoreOf, type SelfScore } from '../../self-score.ts';
import { weakThings } from '../../weak-things.ts';
import { rateableParts } from '../../written-parts.ts';

export type GradedPart = {
  id: string;
  title: string;
  path: string | null;
  evidence: MachineEvidence;
  /** Code that was saved where nothing was handed in, which is shown nowhere else once the round is over. */
  saved: { file: string; source: string }[];
};
export type RatedPart = {
  id: string;
  title: string;
  question: QuestionPage | null;
  isAnswered: boolean;
  review: SelfReview | null;
  score: SelfScore | null;
};
export type RoundFigures = { round: MockRound; usedMs: number };

export type Report = {
  summary: MockSummary;
  rounds: RoundFigures[];
  graded: GradedPart[];
  rated: RatedPart[];
  bySkill: SkillAgreement[];
  overTime: (MockPair & { gap: number | null; kind: MockSummary['kind'] })[];
  next: NextThing[];
};

/** Everything that the report of a mock says: what was graded, what is self-reported, and how far apart they are. */
export async function reportOf(db: Db, mock: Mock, now = new Date()): Promise<Report> {
  const all = await mocksOf(db, mock.learnerId, now);
  const { lessons, exercises, hintsBeforePass } = await workOf(db, mock.learnerId);
  const evidence = evidenceOf(lessons, exercises, hintsBeforePass);
  const doneIds = Object.keys(lessons).filter((id) => lessons[id]?.doneAt);
  const readiness = readinessOf(material(), evidence);
  const situation = { tracks: tracks(), evidence, lessonsDone: new Set(doneIds), readiness };
  const summaries = all.map((each) => mockSummary(each, now));
  const graded = await gradedParts(db, mock);
  const rated = ratedParts(mock);
  const kinds = new Map(all.map(({ id, kind }) => [id, kind]));
  return {
    summary: mockSummary(mock, now),
    rounds: mock.rounds.map((round) => ({ round, usedMs: usedMs(round, now.getTime()) })),
    graded,
    rated,
    bySkill: agreementBySkill(all.flatMap(selfRated), gradedSkills(material(), evidence)),
    overTime: agreementOverTime(
      summaries.map(({ id, startedAt, selfShare, machineShare }) => ({
        id,
        at: startedAt.getTime(),
        self: selfShare,
        machine: machineShare,
      })),
    ).map((pair) => ({ ...pair, kind: kinds.get(pair.id) ?? mock.kind })),
    next: nextThings(
      {
        mockId: mock.id,
        kind: mock.kind,
        exercises: graded.flatMap(({ title, path, evidence: { passed, attempts, waiting, firstFailure } }) =>
          path ? [{ title, path, passed, attempts, waiting, firstFailure: firstFailure?.test ?? null }] : [],
        ),
        questions: rated.flatMap(({ question, score }) =>
          question
            ? [
                {
                  title: question.title,
                  path: question.path,
                  share: score?.share ?? null,
                  missed: score?.missed ?? 0,
                  lessons: question.lessons,
                },
              ]
            : [],
        ),
        kindsTried: all.map(({ kind }) => kind),
        weak: weakThings(situation, mock.level),
      },
      mockKindLabels,
    ),
  };
}

async function gradedParts(db: Db, { id: mockId, learnerId, parts, rounds, submissions }: Mock): Promise<GradedPart[]> {
  const graded = parts.flatMap((part) => {
    const round = rounds.find(({ kind }) => kind === part.round);
    return part.type === 'exercise' && round ? [{ part, round }] : [];
  });
  return Promise.all(
    graded.map(async ({ part: { id, exerciseId }, round }) => {
      const own = submissions.filter(({ partId }) => partId === id);
      const verdicts = await Promise.all(own.map((each) => submissionOf(db, learnerId, each.id)));
      const evidence = machineEvidence(
        own.map((each, index) => ({
          id: each.id,
          createdAtMs: each.createdAt.getTime(),
          verdict: verdicts[index]?.verdict ?? null,
        })),
        round,
      );
      const exercise = exercisePage(exerciseId);
      const files = evidence.attempts === 0 ? await mockCodeOf(db, { learnerId, mockId, partId: id }) : {};
      const answers = exercise?.answers;
      const inWords = (source: string) => (answers?.kind === 'review' ? marksInWords(source, answers.defects) : source);
      const saved = Object.entries(files).map(([file, { source }]) => ({ file, source: inWords(source) }));
      return { id, title: exercise?.title ?? exerciseId, path: exercise?.path ?? null, evidence, saved };
    }),
  );
}

function ratedParts(mock: Mock): RatedPart[] {
  return rateableParts(mock).map(({ id, questionId }) => {
    const question = questionPage(questionId);
    const review = mock.reviews[id]?.review ?? null;
    return {
      id,
      title: question?.title ?? questionId,
      question,
      isAnswered: mock.answers[id] !== undefined,
      review,
      score: review && selfScoreOf(review),
    };
  });
}

/** The rated answers of a mock by the skill of their question; one that has left the bank has no skill any more. */
function selfRated(mock: ListedMock) {
  return rateableParts(mock).flatMap(({ id, questionId, minutes }) => {
    const review = mock.reviews[id]?.review;
    const score = review && selfScoreOf(review);
    const skill = questionPage(questionId)?.skill;
    return score && skill ? [{ skill, share: score.share, minutes, at: mock.startedAt.getTime() }] : [];
  });
}
