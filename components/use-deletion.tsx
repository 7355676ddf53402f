'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { apiFetch } from '#lib/api-call';
import { forLearner } from '#lib/for-learner';
import { refreshMe } from './me.tsx';

type Props = {
  path: string;
  /** Whose it is that is deleted. */
  owner: string;
  /** The element that gets the focus, for the line is gone then. */
  backTo: string;
};

/** Deletes one thing of the learner's that the page lists. Resolves to false when it could not be deleted now. */
export function useDeletion({ path, owner, backTo }: Props) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);

  async function remove(): Promise<boolean> {
    setBusy(true);
    const answer = await apiFetch(path, forLearner(owner, { method: 'DELETE' }));
    setBusy(false);
    // Another has signed in meanwhile: the page has to know whom it shows.
    if (!answer.ok && answer.problem.code === 'other-learner') await refreshMe();
    if (!answer.ok && answer.problem.code !== 'not-found') return false;
    document.getElementById(backTo)?.focus();
    router.refresh();
    return true;
  }

  return { busy, remove };
}
