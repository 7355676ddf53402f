import '#lib/zod-without-eval';
import { z } from 'zod';
import { apiCall, type Problem } from '#lib/api-call';

const doneSchema = z.object({
  location: z.string(),
  /** The form stays where it is and shows `said`; otherwise `location` is where to go on. */
  stays: z.boolean(),
  said: z.string().nullable(),
  forget: z.boolean(),
});
export type Done = z.infer<typeof doneSchema>;

const refusedSchema = z.object({ errors: z.record(z.string(), z.string()) });

export type Sent = { ok: true; done: Done } | { ok: false; errors: Record<string, string> };

/** Sends a form of the account pages as the browser would, and resolves to what came of it. */
export async function sendForm(name: string, fields: FormData): Promise<Sent> {
  const body = new URLSearchParams();
  for (const [field, value] of fields) if (typeof value === 'string') body.append(field, value);
  const headers = { accept: 'application/json' };
  const answer = await apiCall(doneSchema, `/api/account/forms/${name}`, { method: 'POST', headers, body });
  return answer.ok ? { ok: true, done: answer.value } : { ok: false, errors: errorsOf(answer.problem) };
}

function errorsOf(problem: Problem): Record<string, string> {
  const refused = refusedSchema.safeParse(problem.body);
  if (refused.success) return refused.data.errors;
  if (problem.code === 'offline') return { form: unreachable };
  return { form: problem.detail || 'The server could not do this. Try again in a moment; nothing you typed is lost.' };
}

export const unreachable = 'The server did not answer. Check your connection and try again; nothing you typed is lost.';
