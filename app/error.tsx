'use client';

import { useEffect } from 'react';
import { Button, ButtonLink } from '#components/button';
import { Notice } from '#components/notice';

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  useEffect(() => {
    console.error(error);
  }, [error]);
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null;
  return (
    <Notice title="This page failed to load">
      <p>
        The fault is ours, and nothing you wrote is lost: code is saved in this browser and on the server as you type.
        {digest && (
          <>
            {' '}
            The server’s log has it under <code>{digest}</code>.
          </>
        )}
      </p>
      <p>
        <Button variant="primary" onClick={retry}>
          Try again
        </Button>
        <ButtonLink href="/">Go to the start page</ButtonLink>
      </p>
    </Notice>
  );
}
