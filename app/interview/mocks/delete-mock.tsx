'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { refreshMe } from '#components/me';
import { apiFetch } from '#lib/api-call';
import { browserStorage } from '#lib/browser-storage';
import { forLearner } from '#lib/for-learner';
import { AskFirst } from './[mock]/room/ask-first.tsx';
import { dropKept } from './drop-kept.ts';

type Props = { mockId: string; title: string; owner: string; backTo: string };

/** Deletes a mock that is over, after asking. The focus goes to the heading named `backTo`, for the line is gone then. */
export function DeleteMock({ mockId, title, owner, backTo }: Props) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);

  async function remove() {
    if (busy) return;
    setBusy(true);
    setFailed(false);
    const answer = await apiFetch(`/api/mocks/${mockId}`, forLearner(owner, { method: 'DELETE' }));
    setBusy(false);
    // Another has signed in meanwhile: the page has to know whom it shows.
    if (!answer.ok && answer.problem.code === 'other-learner') await refreshMe();
    if (!answer.ok && answer.problem.code !== 'not-found') return setFailed(true);
    dropKept(browserStorage(), mockId);
    document.getElementById(backTo)?.focus();
    router.refresh();
  }

  return (
    <>
      <AskFirst
        label={
          <>
            Delete<span className="visually-hidden">: {title}</span>
          </>
        }
        title="Delete this interview?"
        sure="Delete it"
        keep="Keep it"
        busy={busy}
        onSure={() => void remove()}
      >
        Its report goes, with what you wrote, how you rated it and the code you did not submit, from all your devices.
        That cannot be undone. What you submitted stays in your history and keeps counting.
      </AskFirst>
      <span role="status">{failed && ' Not deleted. Try again in a moment.'}</span>
    </>
  );
}
