import type { Letter } from '#lib/outbox/letter';
import { problemWords, quietWords, verdictWords } from './grading-words.tsx';

export type SyncFacts = {
  isOnline: boolean;
  /** Submissions, marks and answers of the learner's that wait to be sent, and files with changes that do. */
  waiting: number;
  drafts: number;
  /** The same of learners who are not signed in here now. */
  others: number;
  othersDrafts: number;
  isSending: boolean;
  /** Whether the last attempt to send found no server. */
  isOffline: boolean;
  isSignedIn: boolean;
  /** When the progress that is shown was true, where the server did not answer. */
  asOf: string | null;
};

/** How it stands between this device and the server, in one line; null when there is nothing to say. */
export function syncWords(facts: SyncFacts): { text: string; signIn: boolean } | null {
  const { waiting, drafts, isSending, asOf } = facts;
  const away = !facts.isOnline || facts.isOffline || asOf !== null;
  if (away) {
    const count = waiting + drafts;
    const shown = asOf === null ? '' : ` Progress is shown as of ${timeWords(asOf)}.`;
    const kept = count === 0 ? '' : ` ${changes(count)} on this device until the server answers.`;
    return { text: `Offline.${kept}${shown}`, signIn: false };
  }
  if (waiting > 0) {
    return { text: isSending ? 'Sending what was done offline.' : `${changes(waiting)} to be sent.`, signIn: false };
  }
  const others = facts.others + facts.othersDrafts;
  if (others > 0 && !facts.isSignedIn) {
    const what = others === 1 ? 'a change' : `${others} changes`;
    return { text: `A sign-in is needed to send ${what} made here before.`, signIn: true };
  }
  return null;
}

/**
 * What came of a submission that was sent later, and where it is shown; null of what is none. One of a mock interview is
 * told as the interview tells it: its verdict names the first failure at most, and practice has hints and a solution.
 */
export function newsOf({ work, outcome }: Pick<Letter, 'work' | 'outcome'>): { text: string; path: string } | null {
  if (work.kind !== 'submission' || !outcome) return null;
  const path = work.mock ? `/interview/mocks/${work.mock.mockId}` : `/practice/${work.exercise}`;
  if (outcome.type === 'refused') {
    const why = outcome.problem.detail || `${problemWords(outcome.problem).title}.`;
    return { text: `${work.title}. Not taken: ${why}`, path };
  }
  const words = (work.mock ? quietWords : verdictWords)(outcome.verdict, 'submit');
  return { text: `${work.title} has been sent. ${words}.`, path };
}

const changes = (count: number) => (count === 1 ? '1 change waits' : `${count} changes wait`);

function timeWords(time: string): string {
  return new Date(time).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}
