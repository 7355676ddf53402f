'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { Button, ButtonLink } from '#components/button';
import { Notice } from '#components/notice';

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const online = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
  useEffect(() => {
    console.error(error);
  }, [error]);
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null;
  if (isOutdated(error)) {
    return (
      <Notice title="This page is older than the server">
        <p>
          The server has been updated since this page was opened, or the connection broke while a part of it was
          loading. Nothing you wrote is lost: code is kept in this browser as you type.
        </p>
        <p>
          <Button variant="primary" onClick={() => location.reload()}>
            Reload the page
          </Button>
        </p>
      </Notice>
    );
  }
  return (
    <Notice title={online ? 'This page failed to load' : 'You are offline'}>
      {online ? (
        <p>
          The fault is ours, and nothing you wrote is lost: code is saved in this browser and on the server as you type.
          {digest && (
            <>
              {' '}
              The server’s log has it under <code>{digest}</code>.
            </>
          )}
        </p>
      ) : (
        <p>
          This page needs the network. What you wrote is kept in this browser and goes to the server when the connection
          is back.
        </p>
      )}
      <p>
        <Button variant="primary" onClick={retry}>
          Try again
        </Button>
        <ButtonLink href="/">Go to the start page</ButtonLink>
      </p>
    </Notice>
  );
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** A part of the page's code was not to be had: after an update the server has only its new parts. */
function isOutdated(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'ChunkLoadError' || /load(ing)? chunk|dynamically imported module/i.test(error.message);
}
