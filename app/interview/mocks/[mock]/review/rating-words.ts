import type { RatingState } from './use-rating.ts';

/** Whether a rating is safe, and what is missing. */
export function ratingWords(state: RatingState): string {
  switch (state.name) {
    case 'open':
      return '';
    case 'edited':
      return 'Not saved yet; kept in this browser.';
    case 'saving':
      return 'Saving.';
    case 'saved':
      return 'Saved.';
    case 'incomplete':
      return `Mark every point; point ${state.point + 1} is still open.`;
    case 'conflict':
      return 'Two ratings.';
    case 'refused':
      return refusedWords(state.problem);
  }
}

function refusedWords({ code, detail }: { code: string; detail: string }): string {
  if (code === 'offline') return 'No connection. The rating is kept here and saved when you are online again.';
  if (code === 'mock-not-over') return 'The round has not ended yet. The rating is kept here; save it afterwards.';
  if (code === 'stale-version') return `${detail} What you have marked is kept here.`;
  if (code === 'other-learner') return 'You are not signed in as before. The rating is kept here; sign in, then save.';
  return `Not saved: ${detail || 'the server did not take it.'} The rating is kept here; try again in a moment.`;
}
