import type { DraftSnapshot, DraftState } from './draft-snapshot.ts';

/** Whether a text is safe, in a few words. */
export function draftWords({ state, unkept }: Pick<DraftSnapshot, 'state' | 'unkept'>): string {
  if (unkept && state !== 'saved' && state !== 'loading') return unkeptWords;
  return words[state];
}

const unkeptWords = 'Not saved yet, and this browser has no room to keep it: leave this page open until it says Saved';

const words: Record<DraftState, string> = {
  loading: '',
  saved: 'Saved',
  edited: 'Kept in this browser',
  saving: 'Saving',
  'browser-only': 'Not on the server yet: kept in this browser',
  'too-long': 'Longer than 64 KB: kept in this browser alone',
  conflict: 'Two versions',
  'signed-out': 'You are not signed in as before: kept in this browser until you are',
  'too-late': 'The time is over: what is not saved stays in this browser alone',
  outdated: 'This page is older than the server: kept in this browser, reload to go on',
};
