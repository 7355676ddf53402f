'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useRef, useState, type FormEvent } from 'react';
import { Button } from '#components/button';
import { Field } from '#components/field';
import styles from '../account.module.css';
import { problemOf, unreachable } from '../problem.ts';
import { returnPath } from '../return-path.ts';
import { signInWithPassword } from '../sign-in-with-password.ts';

const passwordCharsMin = 10;

type Errors = { email?: string; password?: string; name?: string; form?: string };

export function SignUpForm() {
  const router = useRouter();
  const formRef = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState({ email: '', name: '', password: '' });
  const [errors, setErrors] = useState<Errors>({});
  const [pending, setPending] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (pending) return;
    setPending(true);
    const found = wrongIn(values) ?? (await create(values));
    if (!found) {
      router.push(returnPath(window.location.search, window.location.origin) as Route);
      router.refresh();
      return;
    }
    setPending(false);
    setErrors(found);
    requestAnimationFrame(() => formRef.current?.querySelector<HTMLElement>('[aria-invalid], [role=alert]')?.focus());
  }

  const bind = (name: keyof typeof values) => ({
    name,
    value: values[name],
    error: errors[name],
    onChange: (event: { target: { value: string } }) => setValues({ ...values, [name]: event.target.value }),
  });

  return (
    <form ref={formRef} className={styles.form} method="post" noValidate onSubmit={(event) => void submit(event)}>
      {errors.form && (
        <p role="alert" tabIndex={-1} className={styles.alert}>
          {errors.form}
        </p>
      )}
      <Field label="Email" type="email" autoComplete="username" required {...bind('email')} />
      <Field label="Name" hint="Optional. Shown to you alone." autoComplete="name" {...bind('name')} />
      <Field
        label="Password"
        hint={`At least ${passwordCharsMin} characters. Length helps more than symbols.`}
        type="password"
        autoComplete="new-password"
        required
        minLength={passwordCharsMin}
        {...bind('password')}
      />
      <Button type="submit" variant="primary" className={styles.submit} aria-disabled={pending}>
        {pending ? 'Creating the account' : 'Create the account'}
      </Button>
    </form>
  );
}

/** The server decides; this only spares a round trip. */
function wrongIn({ email, password }: { email: string; password: string }): Errors | null {
  const errors: Errors = {};
  if (!/^\S+@\S+$/.test(email.trim()))
    errors.email = 'This is not an email address: it needs a name, an @ and a domain.';
  if (password.length < passwordCharsMin) {
    errors.password = `The password has ${password.length} characters; it needs at least ${passwordCharsMin}.`;
  }
  return Object.keys(errors).length > 0 ? errors : null;
}

async function create(values: { email: string; name: string; password: string }): Promise<Errors | null> {
  const email = values.email.trim();
  const name = values.name.trim();
  try {
    const response = await fetch('/api/account', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: values.password, ...(name !== '' && { name }) }),
    });
    if (!response.ok) {
      const problem = await problemOf(response);
      if (problem.code === 'email-taken')
        return { email: 'An account with this email address exists. Sign in instead.' };
      return Object.keys(problem.errors).length > 0 ? problem.errors : { form: problem.detail };
    }
  } catch (error) {
    console.warn('The account could not be created.', error);
    return { form: unreachable };
  }
  const failure = await signInWithPassword(email, values.password);
  return failure === null ? null : { form: `The account exists now, but signing in failed. ${failure}` };
}
