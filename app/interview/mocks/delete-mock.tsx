'use client';
import { useState } from 'react';
import { useDeletion } from '#components/use-deletion';
import { browserStorage } from '#lib/browser-storage';
import { AskFirst } from './[mock]/room/ask-first.tsx';
import { dropKept } from './drop-kept.ts';

type Props = { mockId: string; title: string; owner: string; backTo: string };

/** Deletes a mock that is over, after asking. The focus goes to the heading named `backTo`, for the line is gone then. */
export function DeleteMock({ mockId, title, owner, backTo }: Props) {
  const { busy, remove } = useDeletion({ path: `/api/mocks/${mockId}`, owner, backTo });
  const [failed, setFailed] = useState(false);

  async function confirm() {
    if (busy) return;
    setFailed(false);
    if (await remove()) dropKept(browserStorage(), mockId);
    else setFailed(true);
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
        onSure={() => void confirm()}
      >
        Its report goes, with what you wrote, how you rated it and the code you did not submit, from all your devices.
        That cannot be undone. What you submitted stays in your history and keeps counting.
      </AskFirst>
      <span role="status">{failed && ' Not deleted. Try again in a moment.'}</span>
    </>
  );
}
