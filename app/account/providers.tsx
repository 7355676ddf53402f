'use client';

import { signIn } from 'next-auth/react';
import { useEffect, useState } from 'react';
import { Button } from '#components/button';
import styles from './account.module.css';
import { returnPath } from './return-path.ts';

type Provider = { id: string; name: string; type: string };

/** Buttons for the providers this server was given keys for; without any, nothing is shown. */
export function Providers() {
  const [providers, setProviders] = useState<Provider[]>([]);

  useEffect(() => {
    const controller = new AbortController();
    void load(controller.signal).then(setProviders);
    return () => controller.abort();
  }, []);

  if (providers.length === 0) return null;
  return (
    <section className={styles.providers} aria-label="Other ways to sign in">
      {providers.map(({ id, name }) => (
        <Button
          key={id}
          className={styles.submit}
          onClick={() => void signIn(id, { callbackUrl: returnPath(window.location.search, window.location.origin) })}
        >
          Continue with {name}
        </Button>
      ))}
    </section>
  );
}

async function load(signal: AbortSignal): Promise<Provider[]> {
  try {
    const response = await fetch('/api/auth/providers', { signal });
    if (!response.ok) return [];
    const providers = (await response.json()) as Record<string, Provider>;
    return Object.values(providers).filter(({ type }) => type !== 'credentials');
  } catch {
    // The form above works without them, and an aborted request is no news.
    return [];
  }
}
