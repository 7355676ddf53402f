import { z } from 'zod';
import { explanationSchema } from './explanation.ts';
import { idSchema } from './schema.ts';

/** The shape of `rubric.yaml`: the form that the learner fills in, and what they score their text on afterwards. */

export const sectionSchema = z.strictObject({
  id: idSchema.describe('Unique in this file; the learner’s text is kept under it.'),
  label: z.string().min(3).max(60).describe('Heading of the part; model.md has the same as a heading of second order.'),
  prompt: z.string().trim().min(10).max(600).describe('Markdown: what to write here.'),
  words: z
    .strictObject({ min: z.int().min(1), max: z.int().min(1).max(1000) })
    .refine(({ min, max }) => min < max, 'min has to be below max')
    .describe('What a good text needs, as advice beside the count.'),
});
export type Section = z.infer<typeof sectionSchema>;

export const criterionSchema = z.strictObject({
  id: idSchema.describe('Unique in this file; the score is kept under it.'),
  label: z.string().min(5).max(80),
  good: explanationSchema.describe('What good looks like; shown when scoring.'),
  levels: z
    .array(z.strictObject({ points: z.int().min(0).max(5), text: z.string().min(10).max(300) }))
    .min(2)
    .max(5)
    .refine(
      (levels) =>
        levels.every(({ points }, index) => (index === 0 ? points === 0 : points > levels[index - 1]!.points)),
      'points begin at 0 and grow',
    ),
});
export type Criterion = z.infer<typeof criterionSchema>;

export const rubricSchema = z.strictObject({
  sections: z.array(sectionSchema).min(2).max(8),
  criteria: z.array(criterionSchema).min(3).max(10),
});
export type Rubric = z.infer<typeof rubricSchema>;

export const pointsMaxOf = ({ criteria }: { criteria: Pick<Criterion, 'levels'>[] }): number =>
  criteria.reduce((sum, { levels }) => sum + (levels.at(-1)?.points ?? 0), 0);
