import { apiCall, apiFetch, jsonRequest, type Answer, type Problem } from '#lib/api-call';
import { forLearner } from '#lib/for-learner';
import { isNumber, isObjectOf, isRecordOf, isString } from '#lib/shape';
import { isVersions, type Version } from './history-words.ts';

export type ServerDraft = { source: string; revision: number; updatedAt: string };

/** `carried` is what the file begins with instead of its starter. */
export type DraftAnswer = { draft: ServerDraft | null; carried: string | null };

export type PutOutcome =
  | { type: 'saved'; revision: number }
  | { type: 'conflict'; current: ServerDraft }
  | { type: 'problem'; problem: Problem };

// Without zod: the start page has a draft too.
const isDraft = isObjectOf<ServerDraft>({ source: isString, revision: isNumber, updatedAt: isString });
const isDrafts = isObjectOf<{ files: Record<string, ServerDraft>; carried: Record<string, string> }>({
  files: isRecordOf(isDraft),
  carried: isRecordOf(isString),
});
const isSaved = isObjectOf<Omit<ServerDraft, 'source'>>({ revision: isNumber, updatedAt: isString });
const isConflict = isObjectOf<{ current: ServerDraft }>({ current: isDraft });

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
      const answer = await apiCall(isDrafts, path, forLearner(owner, answering()));
      if (!answer.ok) return answer;
      const { files, carried } = answer.value;
      return { ok: true, value: { draft: files[file] ?? null, carried: carried[file] ?? null } };
    },
    async put(source: string, baseRevision: number | null): Promise<PutOutcome> {
      const answer = await apiCall(isSaved, path, { ...put(source, baseRevision), ...answering() });
      if (answer.ok) return { type: 'saved', revision: answer.value.revision };
      const { body, code } = answer.problem;
      if (code === 'draft-conflict' && isConflict(body)) return { type: 'conflict', current: body.current };
      return { type: 'problem', problem: answer.problem };
    },
    /** Sent while the page goes away: outlives it, and nobody waits for the answer. */
    putLast(source: string, baseRevision: number | null): void {
      void fetch(path, { ...put(source, baseRevision), keepalive: true }).catch(() => undefined);
    },
    async versions(): Promise<Answer<{ versions: Version[] }>> {
      const address = `${path}/versions?file=${encodeURIComponent(file)}`;
      return apiCall(isVersions, address, forLearner(owner, answering()));
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
