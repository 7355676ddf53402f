import './zod-without-eval.ts';
import { z } from 'zod';

/** Declarations for the editor: files by their path below `file:///`, and what each module that may be imported is. */
export const serviceTypesSchema = z.object({
  files: z.array(z.object({ path: z.string(), content: z.string() })),
  modules: z.record(z.string(), z.string()),
});
export type ServiceTypes = z.infer<typeof serviceTypesSchema>;
