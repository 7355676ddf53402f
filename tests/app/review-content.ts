import type { CheckSegment, ExerciseSummary, Lesson, LessonSummary, TrackSummary } from '#content/load';
import { content } from './content.ts';

const { answers: _answers, ...sums } = content.exercisePage('sums')!;
const exercise: ExerciseSummary = sums;

const check = (id: string): CheckSegment => ({
  type: 'check',
  id,
  questionHtml: `<p>${id}?</p>`,
  multiple: false,
  options: [
    { html: 'yes', correct: true, explanationHtml: '<p>It is.</p>' },
    { html: 'no', correct: false, explanationHtml: '<p>It is not.</p>' },
  ],
});

const lessonOf = (id: string, level: 'junior' | 'mid'): LessonSummary => ({
  ...content.tracks()[0]!.lessons[0]!,
  id,
  title: id,
  level,
  path: `/learn/numbers/${id}`,
  exercises: id === 'adding' ? [exercise] : [],
});
const lessons = [lessonOf('adding', 'junior'), lessonOf('carrying', 'junior'), lessonOf('dividing', 'mid')];
// One object, as the loader gives while the file is unchanged.
const index: TrackSummary[] = [{ ...content.tracks()[0]!, lessons }];

/** Three lessons of two questions each, whose first option is right, and one exercise. */
export const reviewContent = {
  ...content,
  tracks: () => index,
  exercises: () => [exercise],
  lessonByPath: (trackFolder: string, lessonFolder: string): Lesson | null => {
    const lesson = lessons.find(({ path }) => path === `/learn/${trackFolder}/${lessonFolder}`);
    const base = content.lessonByPath('numbers', 'adding')!;
    return lesson ? { ...base, ...lesson, segments: [check('first'), check('second')] } : null;
  },
};
