'use client';
import type { DraftSnapshot, DraftState } from '../../../../practice/[exercise]/draft-snapshot.ts';
import { DraftConflict } from '../../../../practice/[exercise]/draft-conflict.tsx';
import type { Written } from './use-written.ts';
import styles from './written.module.css';

type Props = Written & { inWords: (source: string) => string };

/** Whether the answer is safe, and the choice where there are two of it. */
export function WrittenStatus({ draft, store, isOver, inWords }: Props) {
  return (
    <div className={styles.state} data-state={draft.state}>
      <p role="status">{isOver && draft.state !== 'saved' ? overWords : writtenWords(draft)}</p>
      {draft.replaced !== null && draft.replaced !== '' && (
        <button type="button" className={styles.small} onClick={store.undo}>
          Bring back the other version
        </button>
      )}
      <DraftConflict draft={draft} store={store} inWords={inWords} what={yourAnswer} hasHistory={false} />
    </div>
  );
}

const yourAnswer = { one: 'answer', yours: 'what you write' };

/** Whether a written answer is safe, in a few words. */
export function writtenWords({ source, state, unkept }: Pick<DraftSnapshot, 'source' | 'state' | 'unkept'>): string {
  if (source === '' && state !== 'conflict') return '';
  if (unkept && state !== 'saved' && state !== 'loading') {
    return 'Not saved yet, and this browser has no room to keep it: leave this page open until it says Saved';
  }
  return words[state];
}

const overWords = 'The time was over before your last words reached the server: they are kept here';

const words: Record<DraftState, string> = {
  loading: '',
  saved: 'Saved',
  edited: 'Kept here, saved at the next pause',
  saving: 'Saving',
  'browser-only': 'Kept here until you are online',
  'too-long': 'Too long for the server: kept here alone',
  conflict: 'Two versions',
  'signed-out': 'You are not signed in as before: kept here until you are',
  'too-late': overWords,
  outdated: 'This page is older than the server: kept here, reload to go on',
};
