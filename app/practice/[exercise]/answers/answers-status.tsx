'use client';
import { answersFile } from '#lib/answers';
import { DraftConflict } from '../draft-conflict.tsx';
import type { DraftSnapshot, DraftState, DraftStore } from '../draft-store.ts';
import { History } from '../history.tsx';
import styles from './answers.module.css';

const words: Record<DraftState, string> = {
  loading: '',
  saved: 'Saved',
  edited: 'Kept in this browser',
  saving: 'Saving',
  'browser-only': 'Not on the server yet: kept in this browser',
  'too-long': 'Longer than 64 KB: kept in this browser alone',
  conflict: 'Two versions',
};

type Props = {
  /** Given where earlier answers are worth going back to. */
  historyOf?: string;
  draft: DraftSnapshot;
  store: DraftStore;
  /** A version in words, for the choice between two devices. */
  inWords: (source: string) => string;
};

/** Whether the answers are safe; nothing is said before there are any. */
export function AnswersStatus({ historyOf, draft, store, inWords }: Props) {
  const shown = {
    ...draft,
    source: inWords(draft.source),
    other: draft.other && { ...draft.other, source: inWords(draft.other.source) },
  };
  return (
    <div className={styles.state} data-state={draft.state}>
      <p role="status">{draft.source === '' ? '' : words[draft.state]}</p>
      <DraftConflict draft={shown} store={store} />
      {historyOf && draft.source !== '' && (
        <History exercise={historyOf} fileName={answersFile} starter="" draft={draft} store={store} inWords={inWords} />
      )}
    </div>
  );
}
