import { exercises, questionPage } from '#content/load';
import type { ReviewCard } from '#db/review-cards';
import { leechLapses, type CardMemory } from '#lib/review-schedule';
import { findQuestion } from '../progress/material.ts';
import type { SessionCard } from './session-card.ts';

/** Cards with what they show; those of content that has gone are passed over. */
export function sessionCards(cards: readonly ReviewCard[]): SessionCard[] {
  const byId = new Map(exercises().map((exercise) => [exercise.id, exercise]));
  return cards.flatMap((card): SessionCard[] => {
    const { kind, itemId: item, failing, lapses } = card;
    const remembered = { memory: memoryOf(card), lapses, isLeech: lapses >= leechLapses };
    if (kind === 'exercise') {
      const exercise = byId.get(item);
      if (!exercise) return [];
      const { title, summary, path, minutes } = exercise;
      return [{ kind, item, exercise: { title, summary, path, minutes }, failing, ...remembered }];
    }
    if (kind === 'question') {
      const page = questionPage(item);
      if (!page) return [];
      const { answerParts: _parts, ...question } = page;
      return [{ kind, item, question, ...remembered }];
    }
    const [lessonId = '', checkId = ''] = item.split('/');
    const question = findQuestion(lessonId, checkId);
    if (!question) return [];
    const { id, title, path } = question.lesson;
    const { questionHtml, multiple, options } = question.check;
    return [
      {
        kind,
        item,
        lesson: { id, title, path },
        check: { id: checkId, questionHtml, multiple, options },
        ...remembered,
      },
    ];
  });
}

function memoryOf(card: ReviewCard): CardMemory {
  const { dueAt, stability, difficulty, scheduledDays, state, learningSteps, reps, lapses, lastReviewAt } = card;
  return { dueAt, stability, difficulty, scheduledDays, state, learningSteps, reps, lapses, lastReviewAt };
}
