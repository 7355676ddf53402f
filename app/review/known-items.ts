import { exercises, questions as bankQuestions, questionThemes, tracks } from '#content/load';
import { checkItem, type KnownItems } from '#db/review-cards';
import { perBuild } from '../per-build.ts';
import { questions } from '../progress/material.ts';

/** What the content of this server has: a card may stay of a theme that its host took away, or come with an import. */
export const knownItems = perBuild([tracks, questionThemes], (): KnownItems => ({
  check: questions().map(({ lesson, check }) => checkItem(lesson.id, check.id)),
  exercise: exercises().map(({ id }) => id),
  question: bankQuestions().map(({ id }) => id),
}));
