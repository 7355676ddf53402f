'use client';
import { useState, type ReactNode } from 'react';
import { Button } from '#components/button';
import { Modal, ModalActions } from '../../../../practice/[exercise]/modal.tsx';

type Props = {
  label: ReactNode;
  title: string;
  sure: string;
  /** The way back. */
  keep?: string;
  busy: boolean;
  onSure: () => void;
  children: ReactNode;
};

/** A button for what cannot be taken back. */
export function AskFirst({ label, title, sure, keep = 'Go on', busy, onSure, children }: Props) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="quiet" aria-disabled={busy} onClick={() => setAsking(true)}>
        {label}
      </Button>
      <Modal open={asking} title={title} onClose={() => setAsking(false)}>
        <p>{children}</p>
        <ModalActions>
          <Button
            variant="primary"
            onClick={() => {
              setAsking(false);
              onSure();
            }}
          >
            {sure}
          </Button>
          <Button onClick={() => setAsking(false)}>{keep}</Button>
        </ModalActions>
      </Modal>
    </>
  );
}
