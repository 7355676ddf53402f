'use client';

import { plural } from '#components/labels';
import { useMe } from '#components/me';
import { PathLink } from '#components/path-link';

/** What is due for review, by kind; one line that is always there, so that nothing moves when the answer comes. */
export function DueCount() {
  const state = useMe();
  const me = state.status === 'ready' ? state.me : null;
  return (
    <p data-numeric="">
      {me ? `${dueWords(me.dueByKind)} ` : 'What you choose to learn and what you once got wrong comes back here. '}
      <PathLink href="/review">Review</PathLink>
    </p>
  );
}

export function dueWords({ question, check, exercise }: { question: number; check: number; exercise: number }): string {
  const parts = [
    question > 0 && plural(question, 'interview question'),
    check > 0 && plural(check, 'lesson question'),
    exercise > 0 && plural(exercise, 'exercise'),
  ].filter((part) => part !== false);
  if (parts.length === 0) return 'Nothing is due for review.';
  const last = parts.pop()!;
  const list = parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
  return `${list} ${question + check + exercise === 1 ? 'is' : 'are'} due for review.`;
}
