import { z } from 'zod';

/** What is around the file: the language alone, that with the models of databases, a test suite's globals, or the web's with hono, zod and underpin. */
export type Surroundings = 'language' | 'stores' | 'suite' | 'web';

export type CheckRequest = { id: number; file: string; source: string; surroundings: Surroundings };

export const typeProblemSchema = z.object({
  /** `TS2345`, by which it can be searched for. */
  code: z.string(),
  message: z.string(),
  line: z.int().min(1),
  column: z.int().min(1),
});
export type TypeProblem = z.infer<typeof typeProblemSchema>;

export const checkerEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  /** What the file may import is read; from here on the time is the file's own. */
  z.object({ type: z.literal('started'), id: z.int() }),
  z.object({ type: z.literal('checked'), id: z.int(), problems: z.array(typeProblemSchema), more: z.int().min(0) }),
]);
