import { z } from 'zod';
import { explanationSchema } from './explanation.ts';
import { idSchema } from './schema.ts';

/** The shape of `questions.yaml`: a pool of which each attempt is given some. */

export const optionSchema = z.strictObject({
  text: z.string().trim().min(1).max(400).describe('Markdown, most often one line.'),
  right: z.boolean().default(false),
  explanation: explanationSchema.describe('Why this option is right or is not.'),
});
export type Option = z.infer<typeof optionSchema>;

export const questionSchema = z.strictObject({
  id: idSchema.describe('Unique in this file.'),
  about: z.string().min(3).max(60).describe('What the question is about, for the list of results.'),
  question: z.string().trim().min(10).max(3000).describe('Markdown, with code where it helps.'),
  options: z
    .array(optionSchema)
    .min(2)
    .max(6)
    .describe('In any order: each attempt shuffles them, so none may speak of its place.'),
});
export type Question = z.infer<typeof questionSchema>;

export const questionsSchema = z.strictObject({
  draw: z.int().min(8).max(20).default(8).describe('How many questions an attempt is given.'),
  passPercent: z.int().min(50).max(100).default(80).describe('The share of right answers that passes.'),
  questions: z.array(questionSchema).min(12).max(60),
});
export type Questions = z.infer<typeof questionsSchema>;

/** Whoever reads the question has to be told whether to look for one option or for all. */
export const hasSeveralRight = ({ options }: Question): boolean => options.filter(({ right }) => right).length > 1;

/** How many of the drawn questions have to be answered rightly. */
export const rightNeeded = ({ draw, passPercent }: Pick<Questions, 'draw' | 'passPercent'>): number =>
  Math.ceil((draw * passPercent) / 100);
