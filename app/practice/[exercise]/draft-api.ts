import { z } from 'zod';
import { apiCall, apiFetch, jsonRequest, type Answer, type Problem } from '#lib/api-call';
import { forLearner } from '#lib/for-learner';
import { versionsSchema, type Version } from './history-words.ts';

export type ServerDraft = { source: string; revision: number; updatedAt: string };

/** `carried` is what the file begins with instead of its starter. */
export type DraftAnswer = { draft: ServerDraft | null; carried: string | null };

export type PutOutcome =
  | { type: 'saved'; revision: number }
  | { type: 'conflict'; current: ServerDraft }
  | { type: 'problem'; problem: Problem };

const draftSchema = z.object({ source: z.string(), revision: z.number(), updatedAt: z.string() });
const draftsSchema = z.object({ files: z.record(z.string(), draftSchema), carried: z.record(z.string(), z.string()) });
const savedSchema = z.object({ revision: z.number(), updatedAt: z.string() });
const conflictSchema = z.object({ current: draftSchema });

/** A save without an answer would hold up those after it. */
const answerMsMax = 20_000;
const answering = () => ({ signal: AbortSignal.timeout(answerMsMax) });

/**
 * The server's side of one draft of `owner`'s: it refuses what is not theirs by the time it arrives. `path` is where
 * drafts of its kind are kept; code of a mock interview has no history there.
 */
export function draftApi(path: string, file: string, owner: string) {
  const put = (source: string, baseRevision: number | null) =>
    forLearner(owner, jsonRequest('PUT', { file, source, baseRevision }));
  return {
    async get(): Promise<Answer<DraftAnswer>> {
      const answer = await apiCall(draftsSchema, path, forLearner(owner, answering()));
      if (!answer.ok) return answer;
      const { files, carried } = answer.value;
      return { ok: true, value: { draft: files[file] ?? null, carried: carried[file] ?? null } };
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
    async versions(): Promise<Answer<{ versions: Version[] }>> {
      const address = `${path}/versions?file=${encodeURIComponent(file)}`;
      return apiCall(versionsSchema, address, forLearner(owner, answering()));
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

export type DraftApi = Omit<ReturnType<typeof draftApi>, 'remove'> & {
  /** Whether it is gone; or what another device has saved since `baseRevision`, where that is asked. */
  remove: (baseRevision: number | null) => Promise<boolean | ServerDraft>;
};
