'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { fetchAs } from './call-as.tsx';

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
    const answer = await fetchAs(owner, path, { method: 'DELETE' });
    setBusy(false);
    if (!answer.ok && answer.problem.code !== 'not-found') return false;
    document.getElementById(backTo)?.focus();
    router.refresh();
    return true;
  }

  return { busy, remove };
}
