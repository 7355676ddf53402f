'use client';
import { useEffect, useRef, useState } from 'react';
import '#lib/zod-without-eval';
import { z } from 'zod';
import { callAs } from '#components/call-as';
import { ownerNow } from '#components/me';
import { jsonRequest, type Problem } from '#lib/api-call';
import { browserStorage } from '#lib/browser-storage';
import { nobodyYet } from '#lib/for-learner';
import { selfReviewSchema, type SelfReview } from '#lib/mock';
import { completed, draftOf, keptRating, type ReviewDraft } from './review-draft.ts';

/** A server that has not answered by then is taken for one that cannot be reached. */
const saveMsMax = 20_000;

const savedSchema = z.object({ version: z.number() });
const conflictSchema = z.object({ current: z.object({ review: selfReviewSchema, version: z.number() }) });

export type RatingState =
  | { name: 'open' | 'edited' | 'saving' | 'saved' }
  | { name: 'incomplete'; point: number }
  | { name: 'refused'; problem: Problem }
  | { name: 'conflict'; theirs: SelfReview; version: number };

type Place = {
  /** Whose it is; null before the browser is there to ask. */
  owner: string | null;
  mockId: string;
  partId: string;
  stored: SelfReview | null;
  version: number;
  counts: { points: number; flags: number };
};

/** A rating that is kept in the browser with every mark, and on the server once it is whole and handed in. */
export function useRating({ owner, mockId, partId, stored, version: firstVersion, counts }: Place) {
  const [kept] = useState(() => {
    const storage = owner === null ? null : browserStorage();
    return keptRating(storage, { id: owner ?? nobodyYet, formerly: ownerNow().formerly }, mockId, partId);
  });
  const [begun] = useState(() => kept.read());
  const [draft, setDraft] = useState(() => draftOf(begun ?? stored, counts));
  // Made from an older one than the server has by now: saving it asks which of the two to keep.
  const version = useRef(begun?.version ?? firstVersion);
  const [state, setState] = useState<RatingState>({ name: begun ? 'edited' : stored ? 'saved' : 'open' });

  // What is on the page by now, which is not what a save under way has sent once a mark was changed meanwhile.
  const latest = useRef(draft);
  const isSaving = useRef(false);

  function show(next: ReviewDraft) {
    latest.current = next;
    setDraft(next);
  }

  function change(changed: Partial<ReviewDraft>) {
    show({ ...latest.current, ...changed });
    kept.write(latest.current, version.current);
    if (!isSaving.current) setState({ name: 'edited' });
  }

  async function save(base = version.current) {
    // A second one would be on top of a version that the first is about to replace.
    if (isSaving.current) return;
    const sent = latest.current;
    const whole = completed(sent);
    if ('open' in whole) return setState({ name: 'incomplete', point: whole.open });
    setState({ name: 'saving' });
    isSaving.current = true;
    const put = {
      ...jsonRequest('PUT', { review: whole.review, version: base }),
      signal: AbortSignal.timeout(saveMsMax),
    };
    const path = `/api/mocks/${mockId}/reviews/${partId}`;
    const answer = await callAs(owner ?? nobodyYet, savedSchema, path, put).finally(() => {
      isSaving.current = false;
    });
    if (answer.ok) {
      version.current = answer.value.version;
      if (latest.current !== sent) {
        kept.write(latest.current, version.current);
        return setState({ name: 'edited' });
      }
      kept.drop();
      return setState({ name: 'saved' });
    }
    const conflict = conflictSchema.safeParse(answer.problem.body);
    if (!conflict.success) return setState({ name: 'refused', problem: answer.problem });
    const { review, version: theirVersion } = conflict.data.current;
    setState({ name: 'conflict', theirs: review, version: theirVersion });
  }

  const waits = state.name === 'refused' && state.problem.code === 'offline';
  const saveAgain = useRef(save);
  useEffect(() => {
    saveAgain.current = save;
  });
  useEffect(() => {
    if (!waits) return;
    const again = () => void saveAgain.current();
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [waits]);

  return {
    draft,
    state,
    change,
    save: () => save(),
    keepMine: () => (state.name === 'conflict' ? save(state.version) : undefined),
    takeTheirs() {
      if (state.name !== 'conflict') return;
      show(draftOf(state.theirs, counts));
      version.current = state.version;
      kept.drop();
      setState({ name: 'saved' });
    },
  };
}
