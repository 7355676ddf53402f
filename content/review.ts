import { z } from 'zod';
import { explanationSchema } from './explanation.ts';
import { idSchema } from './schema.ts';

/** The shape of `findings.yaml`, which says what is wrong with the artefact of a review. */

/** Whoever marks more than this at once has not said where the defect is. */
export const markLinesMax = 12;

export const lineRangeSchema = z.strictObject({ from: z.int().min(1), to: z.int().min(1) });
export type LineRange = z.infer<typeof lineRangeSchema>;

/** `14`, `14-16`, or a list of these. */
const linesSchema = z
  .union(
    [lineWord(), z.array(lineWord()).min(1).max(5)],
    'is no line (14), no range of lines (14-16) and no list of these',
  )
  .transform((lines) => [lines].flat())
  .pipe(
    z
      .array(lineRangeSchema)
      .refine((ranges) => ranges.every(({ from, to }) => from <= to), 'has a range that ends before it begins')
      .refine(
        (ranges) => ranges.every(({ from, to }) => to - from < markLinesMax),
        `has a range of more than ${markLinesMax} lines`,
      ),
  );

function lineWord() {
  return z.union([
    z
      .int()
      .min(1)
      .transform((line): LineRange => ({ from: line, to: line })),
    z
      .string()
      .regex(/^\d+-\d+$/)
      .transform((range): LineRange => {
        const [from = 0, to = 0] = range.split('-').map(Number);
        return { from, to };
      }),
  ]);
}

export const findingSchema = z.strictObject({
  id: idSchema.describe('Unique in this file.'),
  defect: idSchema.describe('Id of one of the defects.'),
  lines: linesSchema.describe('Where it is in the artefact: 14, 14-16, or a list. A mark on any of them counts.'),
  severity: z
    .enum(['major', 'minor'])
    .default('major')
    .describe('Every major finding is needed for a pass; a minor one is a bonus.'),
  explanation: explanationSchema.describe('What goes wrong because of it, and what to write instead.'),
});
export type Finding = z.infer<typeof findingSchema>;

export const defectSchema = z.strictObject({
  id: idSchema.describe('Unique in this file.'),
  name: z.string().min(10).max(90).describe('As the learner chooses it from the list, without a full stop.'),
  decoy: explanationSchema
    .optional()
    .describe('For a defect that is offered and is not there: why this artefact is free of it.'),
});
export type Defect = z.infer<typeof defectSchema>;

export const findingsSchema = z.strictObject({
  falseMarksMax: z.int().min(0).max(5).default(1).describe('A pass may have this many marks that are no finding.'),
  defects: z.array(defectSchema).min(4).max(20).describe('Everything that the list offers, decoys included.'),
  findings: z.array(findingSchema).min(2).max(15),
});
export type Findings = z.infer<typeof findingsSchema>;
