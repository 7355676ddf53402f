'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useRef, useState, type FormEvent } from 'react';
import { Button } from '#components/button';
import { Field } from '#components/field';
import styles from '../account.module.css';
import { returnPath } from '../return-path.ts';
import { signInWithPassword } from '../sign-in-with-password.ts';

export function SignInForm() {
  const router = useRouter();
  const alertRef = useRef<HTMLParagraphElement>(null);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (pending) return;
    setPending(true);
    const sentence = await signInWithPassword(email.trim(), password);
    if (sentence === null) {
      router.push(returnPath(window.location.search, window.location.origin) as Route);
      router.refresh();
      return;
    }
    setPending(false);
    setFailure(sentence);
    requestAnimationFrame(() => alertRef.current?.focus());
  }

  return (
    // With scripting off or not yet awake a plain submit must not put the password into the address.
    <form className={styles.form} method="post" onSubmit={(event) => void submit(event)}>
      {failure && (
        <p role="alert" tabIndex={-1} ref={alertRef} className={styles.alert}>
          {failure}
        </p>
      )}
      <Field
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        required
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Button type="submit" variant="primary" className={styles.submit} aria-disabled={pending}>
        {pending ? 'Signing in' : 'Sign in'}
      </Button>
    </form>
  );
}
