import { exercises } from '#content/load';
import type { ReviewCard } from '#db/review-cards';
import { leechLapses } from '#lib/review-schedule';
import { findQuestion } from '../progress/material.ts';
import type { SessionCard } from './session-card.ts';

/** Cards with what they show; those of content that has gone are passed over. */
export function sessionCards(cards: readonly ReviewCard[]): SessionCard[] {
  const byId = new Map(exercises().map((exercise) => [exercise.id, exercise]));
  return cards.flatMap(({ kind, itemId: item, failing, lapses }): SessionCard[] => {
    const forgotten = { lapses, isLeech: lapses >= leechLapses };
    if (kind === 'exercise') {
      const exercise = byId.get(item);
      if (!exercise) return [];
      const { title, summary, path, minutes } = exercise;
      return [{ kind, item, exercise: { title, summary, path, minutes }, failing, ...forgotten }];
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
        ...forgotten,
      },
    ];
  });
}
