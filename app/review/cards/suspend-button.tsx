'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '#components/button';
import { refreshMe } from '#components/me';
import type { CardKind } from '#lib/review-schedule';
import { dropCard } from '../deck-store.ts';
import { suspendCard } from '../suspend-card.ts';

type Props = { kind: CardKind; item: string; title: string; suspended: boolean; owner: string };

/** One button for both ways, so that focus stays where it was. */
export function SuspendButton({ kind, item, title, suspended, owner }: Props) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);

  async function change() {
    if (busy) return;
    setBusy(true);
    const stored = await suspendCard(kind, item, !suspended, owner);
    setBusy(false);
    setFailed(!stored);
    if (!stored) return;
    if (!suspended) void dropCard({ kind, item });
    void refreshMe();
    router.refresh();
  }

  return (
    <>
      <Button variant="quiet" aria-disabled={busy} onClick={() => void change()}>
        {suspended ? 'Take back' : 'Suspend'}
        <span className="visually-hidden">: {title}</span>
      </Button>
      <span role="status">{failed && 'Not saved. Try again in a moment.'}</span>
    </>
  );
}
