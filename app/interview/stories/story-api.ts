import '#lib/zod-without-eval';
import { z } from 'zod';
import { apiCall, apiFetch, jsonRequest, type Answer, type Problem } from '#lib/api-call';
import { forLearner } from '#lib/for-learner';
import { readStory, storySchema, storySource } from '#lib/story';
import type { DraftApi, PutOutcome, ServerDraft } from '../../practice/[exercise]/draft-api.ts';
import { versionReasons } from '../../practice/[exercise]/history-words.ts';

const keptSchema = z.object({ story: storySchema, revision: z.number(), updatedAt: z.string() });
const listSchema = z.object({ stories: z.array(keptSchema.extend({ id: z.string() })) });
const savedSchema = z.object({ revision: z.number(), updatedAt: z.string() });
const conflictSchema = z.object({ current: keptSchema });
const versionsSchema = z.object({
  versions: z.array(keptSchema.extend({ reason: z.enum(versionReasons) })),
});

export type StoryList = Answer<Map<string, ServerDraft>>;

/** A save without an answer would hold up those after it. */
const answerMsMax = 20_000;
const answering = () => ({ signal: AbortSignal.timeout(answerMsMax) });

/** All stories of `owner`'s, as drafts are told: each as one text. */
export async function listStories(owner: string): Promise<StoryList> {
  const answer = await apiCall(listSchema, '/api/stories', forLearner(owner, answering()));
  if (!answer.ok) return answer;
  return { ok: true, value: new Map(answer.value.stories.map((row) => [row.id, asDraft(row)])) };
}

/**
 * The server's side of one story, in the shape that the store of a draft talks to. `listed` is the one answer that all
 * stories of a page begin with.
 */
export function storyApi(id: string, owner: string, listed: () => Promise<StoryList>): DraftApi {
  const path = `/api/stories/${id}`;
  const remove = (baseRevision: number | null) => {
    const asked = baseRevision === null ? path : `${path}?baseRevision=${baseRevision}`;
    return apiFetch(asked, forLearner(owner, { method: 'DELETE', ...answering() }));
  };
  const put = (source: string, baseRevision: number | null) =>
    forLearner(owner, jsonRequest('PUT', { story: readStory(source), baseRevision }));
  return {
    async get() {
      const answer = await listed();
      if (!answer.ok) return answer;
      return { ok: true, value: { draft: answer.value.get(id) ?? null, carried: null } };
    },
    async put(source, baseRevision): Promise<PutOutcome> {
      // An empty text is a story that was deleted while the server was away.
      if (readStory(source) === null) {
        const answer = await remove(baseRevision);
        return answer.ok ? { type: 'saved', revision: baseRevision ?? 0 } : refusal(answer.problem);
      }
      const answer = await apiCall(savedSchema, path, { ...put(source, baseRevision), ...answering() });
      if (answer.ok) return { type: 'saved', revision: answer.value.revision };
      return refusal(answer.problem);
    },
    putLast(source, baseRevision) {
      if (readStory(source) === null) return;
      void fetch(path, { ...put(source, baseRevision), keepalive: true }).catch(() => undefined);
    },
    async versions() {
      const answer = await apiCall(versionsSchema, `${path}/versions`, forLearner(owner, answering()));
      if (!answer.ok) return answer;
      const versions = answer.value.versions.map((row) => ({ ...asDraft(row), reason: row.reason, verdict: null }));
      return { ok: true, value: { versions } };
    },
    async keep(kept, reason) {
      const story = readStory(kept);
      // Nothing is lost with a text that is empty.
      if (!story) return { ok: true, value: null };
      return apiFetch(`${path}/versions`, forLearner(owner, jsonRequest('POST', { story, reason })));
    },
    async remove(baseRevision) {
      const answer = await remove(baseRevision);
      if (answer.ok) return true;
      const refused = refusal(answer.problem);
      return refused.type === 'conflict' && refused.current;
    },
  };
}

function refusal(problem: Problem): Exclude<PutOutcome, { type: 'saved' }> {
  const conflict = conflictSchema.safeParse(problem.body);
  if (problem.code === 'draft-conflict' && conflict.success) {
    return { type: 'conflict', current: asDraft(conflict.data.current) };
  }
  return { type: 'problem', problem };
}

function asDraft({ story, revision, updatedAt }: z.infer<typeof keptSchema>): ServerDraft {
  return { source: storySource(story), revision, updatedAt };
}
