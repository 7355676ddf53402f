import '#lib/zod-without-eval';
import { z } from 'zod';
import { apiCall, apiFetch, jsonRequest, type Answer, type Problem } from '#lib/api-call';
import { forLearner } from '#lib/for-learner';
import { writtenAnswerSchema } from '#lib/mock';
import type { DraftApi, PutOutcome, ServerDraft } from '../../../../practice/[exercise]/draft-api.ts';
import { answerOf, textOf } from './written-text.ts';

const savedSchema = z.object({ version: z.number() });
const conflictSchema = z.object({
  current: z.object({ answer: writtenAnswerSchema, version: z.number(), savedAt: z.string() }),
});

/** A save without an answer would hold up those after it. */
const answerMsMax = 20_000;

/**
 * The server's side of one written answer of `owner`'s, in the shape of a draft's. `known` is what the page already has
 * of it; a newer save of this page's takes its place. `onOver` is called where the clock ran out before a save arrived.
 */
export function writtenApi(
  { mock, part, owner, known }: { mock: string; part: string; owner: string; known: ServerDraft },
  onOver: () => void = () => undefined,
): DraftApi {
  let over: Problem | null = null;
  const path = `/api/mocks/${mock}/answers/${part}`;
  const place = `${owner} ${path}`;
  const put = (source: string, base: number | null) =>
    forLearner(owner, jsonRequest('PUT', { answer: answerOf(source), version: base ?? 0 }));
  return {
    async get() {
      const saved = lastSaved.get(place);
      const draft = saved && saved.revision > known.revision ? saved : known;
      return { ok: true, value: { draft: draft.revision > 0 ? draft : null, carried: null } };
    },
    async put(source, base): Promise<PutOutcome> {
      if (over) return { type: 'problem', problem: over };
      const signal = AbortSignal.timeout(answerMsMax);
      const answer = await apiCall(savedSchema, path, { ...put(source, base), signal });
      if (answer.ok) {
        lastSaved.set(place, { source, revision: answer.value.version, updatedAt: new Date().toISOString() });
        return { type: 'saved', revision: answer.value.version };
      }
      const conflict = conflictSchema.safeParse(answer.problem.body);
      if (answer.problem.code === 'mock-over') {
        // What is over stays over: asking again would not help.
        over = answer.problem;
        onOver();
      }
      if (answer.problem.status !== 409 || !conflict.success) return { type: 'problem', problem: answer.problem };
      const { answer: theirs, version, savedAt } = conflict.data.current;
      const current = { source: textOf(theirs), revision: version, updatedAt: savedAt };
      return { type: 'conflict', current };
    },
    putLast(source, base) {
      void fetch(path, { ...put(source, base), keepalive: true }).catch(() => undefined);
    },
    // An answer has no history: what a choice replaces can be had back until the page is left.
    versions: async () => ({ ok: true, value: { versions: [] } }),
    keep: async (): Promise<Answer<unknown>> => ({ ok: true, value: null }),
    remove: async () => (await apiFetch(path, put('', lastSaved.get(place)?.revision ?? known.revision))).ok,
  };
}

/** What this page has saved since it was loaded: going from part to part, it knows more than what it was given. */
const lastSaved = new Map<string, ServerDraft>();
