import { z } from 'zod';
import { apiCall, apiFetch, jsonRequest, type Answer, type Problem } from '#lib/api-call';
import { forLearner } from '#lib/for-learner';

export type ServerDraft = { source: string; revision: number; updatedAt: string };

export type PutOutcome =
  | { type: 'saved'; revision: number }
  | { type: 'conflict'; current: ServerDraft }
  | { type: 'problem'; problem: Problem };

const draftSchema = z.object({ source: z.string(), revision: z.number(), updatedAt: z.string() });
const draftsSchema = z.object({ files: z.record(z.string(), draftSchema) });
const savedSchema = z.object({ revision: z.number(), updatedAt: z.string() });
const conflictSchema = z.object({ current: draftSchema });

/** A save without an answer would hold up those after it. */
const answerMsMax = 20_000;
const answering = () => ({ signal: AbortSignal.timeout(answerMsMax) });

/** The server's side of one draft of `owner`'s: it refuses what is not theirs by the time it arrives. */
export function draftApi(exercise: string, file: string, owner: string) {
  const path = `/api/drafts/${exercise}`;
  const put = (source: string, baseRevision: number | null) =>
    forLearner(owner, jsonRequest('PUT', { file, source, baseRevision }));
  return {
    async get(): Promise<Answer<ServerDraft | null>> {
      const answer = await apiCall(draftsSchema, path, forLearner(owner, answering()));
      return answer.ok ? { ok: true, value: answer.value.files[file] ?? null } : answer;
    },
    async put(source: string, baseRevision: number | null): Promise<PutOutcome> {
      const answer = await apiCall(savedSchema, path, { ...put(source, baseRevision), ...answering() });
      if (answer.ok) return { type: 'saved', revision: answer.value.revision };
      const conflict = conflictSchema.safeParse(answer.problem.body);
      if (answer.problem.code === 'draft-conflict' && conflict.success) {
        return { type: 'conflict', current: conflict.data.current };
      }
      return { type: 'problem', problem: answer.problem };
    },
    /** Sent while the page goes away: outlives it, and nobody waits for the answer. */
    putLast(source: string, baseRevision: number | null): void {
      void fetch(path, { ...put(source, baseRevision), keepalive: true }).catch(() => undefined);
    },
    /** Puts a text that is about to be replaced into the file's history. */
    async keep(kept: string, reason: 'restore' | 'conflict'): Promise<Answer<unknown>> {
      return apiFetch(`${path}/versions`, forLearner(owner, jsonRequest('POST', { file, source: kept, reason })));
    },
    async remove(): Promise<boolean> {
      const request = forLearner(owner, { method: 'DELETE' });
      return (await apiFetch(`${path}?file=${encodeURIComponent(file)}`, request)).ok;
    },
  };
}

export type DraftApi = ReturnType<typeof draftApi>;
