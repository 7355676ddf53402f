import './zod-without-eval.ts';
import { z } from 'zod';

/** What a learner hands in as `answers.json`, for each kind of exercise that has no code. */

const id = z.string().min(1).max(100);

/** One place of an artefact and what is wrong there. Lines count from 1, both ends included. */
export const markSchema = z.strictObject({
  from: z.int().min(1),
  to: z.int().min(1),
  defect: id,
  note: z.string().max(2000).optional(),
});
export type Mark = z.infer<typeof markSchema>;

export const reviewAnswersSchema = z.strictObject({ marks: z.array(markSchema).max(50) });
export type ReviewAnswers = z.infer<typeof reviewAnswersSchema>;

/** Which questions were asked: see content/quiz-draw.ts. `pool` names the version of the questions. */
export const quizDrawSchema = z.strictObject({
  seed: z.string().min(1).max(64),
  attempt: z.int().min(0),
  pool: z.string().min(1).max(64),
});
export type QuizDraw = z.infer<typeof quizDrawSchema>;

export const quizAnswersSchema = z.strictObject({
  draw: quizDrawSchema,
  /** By question: the places of the chosen options on the page, from 0. */
  answers: z.record(id, z.array(z.int().min(0).max(20)).max(20)),
});
export type QuizAnswers = z.infer<typeof quizAnswersSchema>;

export const writeAnswersSchema = z.strictObject({ sections: z.record(id, z.string()) });
export type WriteAnswers = z.infer<typeof writeAnswersSchema>;

/** The name under which all of these are kept and handed in. */
export const answersFile = 'answers.json';
