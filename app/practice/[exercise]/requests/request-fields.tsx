'use client';
import { useId } from 'react';
import { jsonProblem, requestMethods, takesBody, type DraftProblems, type RequestDraft } from './request-draft.ts';
import styles from './request-console.module.css';

type Props = { draft: RequestDraft; problems: DraftProblems; onChange: (draft: RequestDraft) => void };

/** Method, path, headers and body. JSON is checked as it is typed, and sent as it is all the same: services must cope. */
export function RequestFields({ draft, problems, onChange }: Props) {
  const id = useId();
  const set = (change: Partial<RequestDraft>) => onChange({ ...draft, ...change });
  const broken = jsonProblem(draft);
  return (
    <>
      <div className={styles.line}>
        <select
          className={styles.method}
          aria-label="Method"
          value={draft.method}
          onChange={(event) => set({ method: event.target.value })}
        >
          {requestMethods.map((method) => (
            <option key={method}>{method}</option>
          ))}
        </select>
        <input
          className={styles.path}
          name="path"
          aria-label="Path and query"
          value={draft.path}
          aria-invalid={problems.path ? true : undefined}
          aria-describedby={problems.path && `${id}-path`}
          {...plainText}
          onChange={(event) => set({ path: event.target.value })}
        />
      </div>
      {problems.path && (
        <p id={`${id}-path`} className={styles.error}>
          {problems.path}
        </p>
      )}
      <label className={styles.field}>
        <span className={styles.label}>
          Headers, one a line: <code>Name: value</code>
        </span>
        <textarea
          name="headers"
          rows={Math.min(6, Math.max(2, draft.headers.split('\n').length))}
          value={draft.headers}
          aria-invalid={problems.headers ? true : undefined}
          aria-describedby={problems.headers && `${id}-headers`}
          {...plainText}
          onChange={(event) => set({ headers: event.target.value })}
        />
      </label>
      {problems.headers && (
        <p id={`${id}-headers`} className={styles.error}>
          {problems.headers}
        </p>
      )}
      {takesBody(draft.method) && (
        <>
          <label className={styles.field}>
            <span className={styles.label}>Body, sent as JSON unless a content-type header says something else</span>
            <textarea
              name="body"
              rows={Math.min(14, Math.max(4, draft.body.split('\n').length))}
              value={draft.body}
              aria-describedby={`${id}-body`}
              {...plainText}
              onChange={(event) => set({ body: event.target.value })}
            />
          </label>
          <p id={`${id}-body`} className={styles.warning}>
            {broken && `${broken} It is sent as it stands.`}
          </p>
        </>
      )}
    </>
  );
}

const plainText = { spellCheck: false, autoCapitalize: 'off', autoComplete: 'off', autoCorrect: 'off' } as const;
