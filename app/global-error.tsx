'use client';

import './tokens.css';
import './globals.css';
import { useEffect } from 'react';
import { Button } from '#components/button';
import { Notice } from '#components/notice';

/** Replaces the whole document when the layout itself fails, so it brings its own; the theme follows the system here. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  useEffect(() => {
    console.error(error);
  }, [error]);
  return (
    <html lang="en">
      <body>
        <title>Underpin failed to load</title>
        <main>
          <Notice title="Underpin failed to load">
            <p>The fault is ours, and nothing you wrote is lost. If it stays, tell whoever runs this server.</p>
            <p>
              <Button variant="primary" onClick={retry}>
                Try again
              </Button>
            </p>
          </Notice>
        </main>
      </body>
    </html>
  );
}
