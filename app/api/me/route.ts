import { NextResponse } from 'next/server';
import type { Db } from '#db/client';
import { formerGuestsOf } from '#db/learners';
import { lessonsOf } from '#db/lessons';
import { hintsBeforePassOf, progressOf } from '#db/progress';
import { queuedQuestions } from '#db/question-cards';
import { dueCounts, totalOf } from '#db/review-cards';
import { selfScoresOf } from '#db/self-scores';
import { lastVisitOf } from '#db/visits';
import { signedInBy } from '../../auth.ts';
import { aheadOf } from '../../ahead.ts';
import { database } from '../../database.ts';
import { learnerBy } from '../../learner.ts';
import { standingOf } from '../../progress/level-of.ts';
import { knownItems } from '../../review/known-items.ts';
import { methods } from '../http/methods.ts';

/** Who is looking and all their progress: what static pages fetch to become personal. */
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: async (request) => {
    const learner = await learnerBy(request.cookies);
    if (!learner)
      return NextResponse.json({
        learner: { kind: 'none' },
        lessons: {},
        exercises: {},
        selfScores: {},
        lastVisited: null,
        due: 0,
        dueByKind: { check: 0, exercise: 0, question: 0 },
        inReview: [],
        level: null,
      });
    const db = database();
    const user = learner.kind === 'account' ? await signedInBy(request.cookies) : null;
    const progress = await progressOf(db, learner.learnerId);
    const lessons = await lessonsOf(db, learner.learnerId);
    const dueByKind = await dueCounts(db, learner.learnerId, new Date(), knownItems());
    const standing = standingOf(lessons, progress, await hintsBeforePassOf(db, learner.learnerId));
    const exercises = Object.fromEntries(
      progress.map((row) => [
        row.exerciseId,
        {
          status: row.status,
          passedAt: row.passedAt,
          attempts: row.attempts,
          hintsUsed: row.hintsUsed,
          solutionSeen: row.solutionSeen,
          lastAt: row.lastAt,
          score: standing.scores[row.exerciseId] ?? 0,
        },
      ]),
    );
    const scored = await selfScores(db, learner.learnerId);
    const lastVisited = await lastVisitOf(db, learner.learnerId);
    return NextResponse.json({
      learner: user
        ? {
            kind: 'account',
            id: learner.learnerId,
            email: user.email,
            name: user.name,
            owner: user.role === 'owner',
            formerly: await formerGuestsOf(db, learner.learnerId),
          }
        : { kind: 'guest', id: learner.learnerId },
      lessons,
      exercises,
      selfScores: scored,
      lastVisited,
      due: totalOf(dueByKind),
      dueByKind,
      inReview: await queuedQuestions(db, learner.learnerId),
      ahead: aheadOf({ lessons, exercises, selfScores: scored, lastVisited }),
      level: standing.level,
      shares: standing.shares,
    });
  },
});

async function selfScores(db: Db, learnerId: string) {
  const rows = Object.entries(await selfScoresOf(db, learnerId));
  return Object.fromEntries(
    rows.map(([exercise, { points, pointsMax, scores, scoredAt }]) => [
      exercise,
      { points, pointsMax, scores, scoredAt },
    ]),
  );
}
