'use client';
import { useState } from 'react';
import '#lib/zod-without-eval';
import { z } from 'zod';
import { Button } from '#components/button';
import { apiCall, jsonRequest } from '#lib/api-call';
import styles from '../operator.module.css';

const madeSchema = z.object({ url: z.string() });

type Props = { accountId: string; email: string; minutesMax: number };

/** Makes a link that sets a new password, and shows it once: it is not kept anywhere where it could be read again. */
export function ResetLink({ accountId, email, minutesMax }: Props) {
  const [url, setUrl] = useState<string | null>(null);
  const [making, setMaking] = useState(false);
  const [problem, setProblem] = useState('');

  async function make() {
    setProblem('');
    setMaking(true);
    const answer = await apiCall(madeSchema, `/api/operator/accounts/${accountId}/reset-link`, jsonRequest('POST', {}));
    setMaking(false);
    if (answer.ok) setUrl(answer.value.url);
    else setProblem(answer.problem.detail || 'The server cannot be reached. No link was made; try again.');
  }

  return (
    <>
      <Button aria-disabled={making} onClick={() => void (making ? undefined : make())}>
        Make a reset link
        <span className="visually-hidden"> for {email}</span>
      </Button>
      <p role="status" className={url === null ? undefined : styles.resetLink}>
        {url !== null && (
          <>
            <input
              readOnly
              value={url}
              aria-label={`Reset link for ${email}`}
              onFocus={(event) => event.target.select()}
            />
            <span>Works once, for {minutesMax} minutes. Whoever opens it has the account: give it to them alone.</span>
          </>
        )}
      </p>
      {problem && <p role="alert">{problem}</p>}
    </>
  );
}
