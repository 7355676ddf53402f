import { z } from 'zod';

const markup = /\*\*|__|\]\(|\[\[|^#{1,6} |^ *[-*] |^ *\d+\. |```/m;

/**
 * Why an answer is right or not. It travels inside the verdict, is stored with it and shown in a terminal too, so it is
 * plain text: `code` in backticks, paragraphs parted by an empty line.
 */
export const explanationSchema = z
  .string()
  .trim()
  .min(20)
  .max(1500)
  .refine((text) => !markup.test(text), 'is plain text: no lists, links, headings or bold, only `code` in backticks')
  .describe('Plain text; `code` in backticks, paragraphs parted by an empty line.');
