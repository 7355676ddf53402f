'use client';

import { useRouter } from 'next/navigation';
import { useId, useRef, useState, type FormEvent } from 'react';
import '#lib/zod-without-eval';
import { z } from 'zod';
import { Button } from '#components/button';
import { plural } from '#components/labels';
import { refreshMe } from '#components/me';
import { importBytesMax, importMbMax } from '#lib/account';
import { apiCall } from '#lib/api-call';
import styles from '../account.module.css';
import { unreachable } from '../send-form.ts';

const importedSchema = z.object({
  imported: z.object({
    exercises: z.number(),
    lessons: z.number(),
    submissions: z.number(),
    drafts: z.number(),
  }),
});

/** Sends a file to be imported, and says what came of it. */
export function ImportForm() {
  const router = useRouter();
  const id = useId();
  const inputRef = useRef<HTMLInputElement>(null);
  const sending = useRef<AbortController | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [said, setSaid] = useState('');

  function refuse(sentence: string) {
    setError(sentence);
    inputRef.current?.focus();
  }

  async function send(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setSaid('');
    setError(null);
    const file = inputRef.current?.files?.[0];
    if (!file) return refuse('Choose the file first: underpin-….json, as it was exported.');
    if (file.size > importBytesMax) {
      return refuse(`This file has ${Math.ceil(file.size / 1024 / 1024)} MB; an import takes ${importMbMax} MB.`);
    }
    setBusy(true);
    sending.current = new AbortController();
    const headers = { 'content-type': 'application/json' };
    const init = { method: 'POST', headers, body: file, signal: sending.current.signal };
    const answer = await apiCall(importedSchema, '/api/account/import', init).catch(() => null);
    setBusy(false);
    if (answer === null) return setSaid('Stopped. Look at your progress to see whether the file had arrived already.');
    if (!answer.ok) return refuse(answer.problem.code === 'offline' ? unreachable : answer.problem.detail);
    const { exercises, lessons, submissions } = answer.value.imported;
    setSaid(
      `The file is in: ${plural(exercises, 'exercise')} and ${plural(lessons, 'lesson')}, with ${plural(submissions, 'submission')} that you did not have.`,
    );
    await refreshMe();
    router.refresh();
  }

  return (
    <form className={styles.form} onSubmit={(event) => void send(event)} noValidate>
      <div>
        <label htmlFor={id} className={styles.device}>
          File to import
        </label>
        <input
          ref={inputRef}
          id={id}
          className={styles.file}
          type="file"
          accept="application/json,.json"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
        />
        {error && (
          <p id={`${id}-error`} className={styles.fieldError}>
            {error}
          </p>
        )}
      </div>
      <div className={styles.buttons}>
        <Button type="submit" aria-disabled={busy}>
          {busy ? 'Importing' : 'Import the file'}
        </Button>
        {busy && <Button onClick={() => sending.current?.abort()}>Stop</Button>}
      </div>
      <p role="status" className={styles.said}>
        {busy ? 'The file is being sent and checked.' : said}
      </p>
    </form>
  );
}
