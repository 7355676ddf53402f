'use client';

import { useId, useState, type SubmitEvent } from 'react';
import { actingFetch } from '#lib/acting-fetch';
import { reportCharsMax, reportKinds } from '#lib/report';
import { Button } from './button.tsx';
import styles from './report-problem.module.css';

type Props = {
  itemKind: 'lesson' | 'exercise';
  id: string;
  /** The learner's code as it is now, where there is any; sent only when they tick the box. */
  files?: () => Record<string, string>;
};

/** A fold with a form in it, for what is wrong with the page. It goes to whoever runs this server, without a name. */
export function ReportProblem({ itemKind, id, files }: Props) {
  const field = useId();
  const [phase, setPhase] = useState<'writing' | 'sending' | 'sent'>('writing');
  const [problem, setProblem] = useState('');

  async function send(form: HTMLFormElement) {
    const given = new FormData(form);
    const text = String(given.get('text')).trim();
    if (text === '') return setProblem('Say in a sentence what is wrong.');
    setProblem('');
    setPhase('sending');
    const withCode = given.has('code') && files ? { files: files() } : {};
    const failed = await post({ itemKind, item: id, kind: given.get('kind'), text, ...withCode });
    setProblem(failed ?? '');
    setPhase(failed === null ? 'sent' : 'writing');
    if (failed === null) form.reset();
  }

  return (
    <details className={styles.report} data-print="hide">
      <summary>Report a problem with this {itemKind}</summary>
      <form
        className={styles.form}
        // The workbench runs the tests with Ctrl+Enter wherever the focus is; not while somebody writes a report.
        data-own-enter
        onChange={() => setPhase((now) => (now === 'sent' ? 'writing' : now))}
        onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
          event.preventDefault();
          if (phase !== 'sending') void send(event.currentTarget);
        }}
      >
        <label htmlFor={`${field}-kind`}>Kind of problem</label>
        <select id={`${field}-kind`} name="kind" defaultValue={itemKind === 'exercise' ? 'wrong-test' : 'unclear-text'}>
          {Object.entries(reportKinds)
            .filter(([kind]) => itemKind === 'exercise' || kind !== 'wrong-test')
            .map(([kind, label]) => (
              <option key={kind} value={kind}>
                {label}
              </option>
            ))}
        </select>
        <label htmlFor={`${field}-text`}>What you found, and where</label>
        <textarea
          id={`${field}-text`}
          name="text"
          rows={5}
          maxLength={reportCharsMax}
          aria-describedby={`${field}-about`}
          aria-invalid={problem !== '' || undefined}
        />
        {files && (
          <label className={styles.tick}>
            <input type="checkbox" name="code" /> Include my code as it is now
          </label>
        )}
        <p id={`${field}-about`} className={styles.about}>
          Goes to whoever runs this server, with the version of this page. Your name and address are not shown with it,
          so there is no answer; at most {reportCharsMax} characters.
        </p>
        <Button type="submit" aria-disabled={phase === 'sending'}>
          Send the report
        </Button>
        <p role="status">{phase === 'sent' && 'Sent. Thank you for writing it down.'}</p>
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      </form>
    </details>
  );
}

/** Null, or what to tell the learner. */
async function post(report: object): Promise<string | null> {
  try {
    const response = await actingFetch('/api/reports', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(report),
    });
    if (response.ok) return null;
    const { detail } = (await response.json()) as { detail?: string };
    return `The report was not sent. ${detail ?? `The server answered ${response.status}.`}`;
  } catch {
    return 'The report was not sent: the server cannot be reached. What you wrote is still here; try again.';
  }
}
