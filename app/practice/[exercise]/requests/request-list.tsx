'use client';
import { ExchangeLine, ExchangeParts } from '#components/exchange';
import type { SentRequest } from '#lib/run-source';
import type { HistoryEntry } from './request-history.ts';
import styles from './request-console.module.css';

type Props = {
  entries: HistoryEntry[];
  busy: boolean;
  onSend: (sent: SentRequest) => void;
  onEdit: (sent: SentRequest) => void;
  onRemove: (id: number) => void;
};

/** What was sent, the last first and open. */
export function RequestList({ entries, busy, onSend, onEdit, onRemove }: Props) {
  return (
    <ol role="list" reversed className={styles.list}>
      {entries.toReversed().map(({ id, sent, exchange }, index) => {
        const shown = exchange ?? { request: sent, response: null, statements: [] };
        const name = `${sent.method} ${sent.path}`;
        return (
          <li key={id}>
            <details open={index === 0}>
              <summary className={styles.summary}>
                <ExchangeLine exchange={shown} />
              </summary>
              <ExchangeParts exchange={shown} />
              <p className={styles.actions}>
                <button
                  type="button"
                  aria-disabled={busy}
                  aria-label={`Send again: ${name}`}
                  onClick={() => onSend(sent)}
                >
                  Send again
                </button>
                <button type="button" aria-label={`Edit: ${name}`} onClick={() => onEdit(sent)}>
                  Edit
                </button>
                <button type="button" aria-label={`Remove: ${name}`} onClick={() => onRemove(id)}>
                  Remove
                </button>
              </p>
            </details>
          </li>
        );
      })}
    </ol>
  );
}
