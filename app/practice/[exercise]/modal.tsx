'use client';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import styles from './modal.module.css';

type Props = { open: boolean; title: string; onClose: () => void; wide?: boolean; children: ReactNode };

/** The browser's own dialog: it holds the focus, closes on Escape and gives the focus back. */
export function Modal({ open, title, onClose, wide = false, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => {
    if (!open) return dialog.current?.close();
    dialog.current?.showModal();
    // The title first: the browser alone would begin with the first thing that scrolls.
    heading.current?.focus();
  }, [open]);
  return (
    <dialog ref={dialog} className={styles.modal} data-wide={wide} aria-labelledby={id} onClose={onClose}>
      {open && (
        <>
          <h2 id={id} ref={heading} tabIndex={-1}>
            {title}
          </h2>
          {children}
        </>
      )}
    </dialog>
  );
}

export function ModalActions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}
