'use client';
import { useSyncExternalStore } from 'react';
import { ownerNow, useMe } from '#components/me';
import { nobodyYet } from '#lib/for-learner';
import type { AnswerForm, WrittenAnswer } from '#lib/mock';
import { draftPrefix } from '#lib/unsaved-drafts';
import { answerInWords, textOf } from '../written/written-text.ts';
import styles from './review.module.css';

type Props = { mockId: string; partId: string; form: AnswerForm; answer: WrittenAnswer };

/**
 * What this browser holds of the answer beyond what the server got in time: typed without a connection when the clock
 * ran out. It does not count any more, and it is not thrown away.
 */
export function KeptHere({ mockId, partId, form, answer }: Props) {
  // Whose it is may be known a moment after the page is there.
  useMe();
  const onServer = textOf(answer);
  const kept = useSyncExternalStore(
    () => () => undefined,
    () => keptText(mockId, partId, onServer),
    () => null,
  );
  if (kept === null) return null;
  return (
    <details className={styles.keptHere}>
      <summary>This browser has a later version that did not reach the server in time</summary>
      <pre tabIndex={0} role="group" aria-label="The later version">
        {answerInWords(kept, form)}
      </pre>
    </details>
  );
}

function keptText(mockId: string, partId: string, onServer: string): string | null {
  const { id, formerly } = ownerNow();
  for (const owner of [id, ...formerly, nobodyYet]) {
    try {
      const text = localStorage.getItem(`${draftPrefix}${owner}:${mockId}:${partId}`);
      const record = JSON.parse(text ?? 'null') as { source?: unknown; dirty?: unknown } | null;
      if (record?.dirty === true && typeof record.source === 'string' && record.source !== onServer)
        return record.source;
    } catch {
      // Storage that is forbidden, or a text that is none of ours: then there is nothing to show.
    }
  }
  return null;
}
