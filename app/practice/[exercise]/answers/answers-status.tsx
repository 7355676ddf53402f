'use client';
import { answersFile } from '#lib/answers';
import { DraftConflict } from '../draft-conflict.tsx';
import type { DraftSnapshot } from '../draft-snapshot.ts';
import type { DraftStore } from '../draft-store.ts';
import { History } from '../history.tsx';
import { draftWords } from '../draft-words.ts';
import styles from './answers.module.css';

type Props = {
  /** Whether earlier answers are worth going back to. */
  hasHistory?: boolean;
  draft: DraftSnapshot;
  store: DraftStore;
  /** A version in words, for the choice between two devices. */
  inWords: (source: string) => string;
};

/** Whether the answers are safe; nothing is said before there are any. */
export function AnswersStatus({ hasHistory = false, draft, store, inWords }: Props) {
  return (
    <div className={styles.state} data-state={draft.state}>
      <p role="status">{draft.source === '' ? '' : draftWords(draft)}</p>
      <DraftConflict draft={draft} store={store} inWords={inWords} />
      {hasHistory && draft.source !== '' && (
        <History fileName={answersFile} starter="" draft={draft} store={store} inWords={inWords} />
      )}
    </div>
  );
}
