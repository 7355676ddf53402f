import './zod-without-eval.ts';
import { z } from 'zod';

/** Words that both sides of a mock interview share: what there is, what it consists of, what is answered and how it is rated. */

export const roundKindSchema = z.enum(['coding', 'sql', 'api-design', 'security', 'system-design', 'behavioural']);
export type RoundKind = z.infer<typeof roundKindSchema>;

/** `loop` is a day of interviews: several rounds one after another. */
export const mockKindSchema = z.enum([...roundKindSchema.options, 'loop']);
export type MockKind = z.infer<typeof mockKindSchema>;

export const roundMinutes: Record<RoundKind, number> = {
  coding: 45,
  sql: 30,
  'api-design': 45,
  security: 30,
  'system-design': 50,
  behavioural: 30,
};

/** What a written answer is made of, in the order in which an interviewer expects to hear it. */
export const answerForms = {
  design: ['requirements', 'estimates', 'interface', 'data', 'architecture', 'risks'],
  api: ['requirements', 'interface', 'data', 'risks'],
  star: ['situation', 'task', 'action', 'result'],
  plain: ['answer'],
} as const;
export const answerFormSchema = z.enum(['design', 'api', 'star', 'plain']);
export type AnswerForm = z.infer<typeof answerFormSchema>;
export type AnswerSection = (typeof answerForms)[AnswerForm][number];

/** A part is one task of one round. It never changes once the mock is drawn, so that a newer build cannot swap a question. */
export const mockPartSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('exercise'),
    id: z.string(),
    round: roundKindSchema,
    minutes: z.int().min(1),
    exerciseId: z.string(),
  }),
  z.strictObject({
    type: z.literal('question'),
    id: z.string(),
    round: roundKindSchema,
    minutes: z.int().min(1),
    questionId: z.string(),
    form: answerFormSchema,
  }),
]);
export type MockPart = z.infer<typeof mockPartSchema>;

/** Of each section, and of the diagram's text. */
export const sectionCharsMax = 20_000;
/** A part as somebody may know it before its round begins: not which task it is, for its model answer can be read. */
export type PlannedPart = Pick<MockPart, 'id' | 'type' | 'round'>;

/** Sections by their name; `diagram` is Mermaid text, drawn beside it in the browser. */
export const writtenAnswerSchema = z.strictObject({
  sections: z.partialRecord(
    z.enum([...answerForms.design, ...answerForms.star, ...answerForms.plain]),
    z.string().max(sectionCharsMax),
  ),
  diagram: z.string().max(sectionCharsMax).default(''),
});
export type WrittenAnswer = z.infer<typeof writtenAnswerSchema>;

/** One mark for each point of "a strong answer adds", one for each red flag, in the order of the question. */
export const selfReviewSchema = z.strictObject({
  points: z.array(z.enum(['met', 'partly', 'missed'])).max(12),
  flags: z.array(z.boolean()).max(8),
  /** What to do otherwise next time, in the learner's own words. */
  note: z.string().max(4_000).default(''),
});
export type SelfReview = z.infer<typeof selfReviewSchema>;
