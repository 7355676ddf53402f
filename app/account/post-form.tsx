'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '#components/button';
import { refreshMe } from '#components/me';
import styles from './account.module.css';
import type { Flash } from './flash.ts';
import { FormField, type FieldSpec } from './form-field.tsx';
import type { FormName } from './forms/forms.ts';
import { sendForm } from './send-form.ts';

type Props = {
  form: FormName;
  submit: string;
  pending: string;
  fields?: FieldSpec[];
  /** Fields that nobody sees. */
  hidden?: Record<string, string>;
  /** Whose password this is, for password managers: the form itself does not ask for the address. */
  username?: string;
  flash?: Flash | null;
  variant?: 'primary' | 'secondary' | 'quiet';
  /** What a screen reader calls the button, where several look alike. */
  submitLabel?: string;
  /** Called in place of what usually follows. */
  onDone?: () => void;
  children?: ReactNode;
};

/**
 * A form of the account pages. Without scripts the browser posts it and the next page shows what is wrong; with them it
 * stays, keeps all that was typed, and the focus goes to the first field that is wrong.
 */
export function PostForm({ form, submit, pending, fields = [], hidden = {}, username, flash, ...rest }: Props) {
  const router = useRouter();
  const formRef = useRef<HTMLFormElement>(null);
  const mine = flash?.form === form ? flash : null;
  const [errors, setErrors] = useState<Record<string, string>>(mine?.errors ?? {});
  const [said, setSaid] = useState<string | null>(null);
  const [sending, setSending] = useState(false);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (sending) return;
    setSending(true);
    setSaid(null);
    const sent = await sendForm(form, new FormData(event.currentTarget));
    if (!sent.ok) {
      // What is wrong has to stand in the page before the focus can go there; on a slow device a frame later is too early.
      flushSync(() => {
        setSending(false);
        setErrors(sent.errors);
      });
      formRef.current?.querySelector<HTMLElement>('[aria-invalid], [role=alert]')?.focus();
      return;
    }
    const { location, stays, forget } = sent.done;
    // The page is made anew, so that nothing in memory is written back into what was just cleared.
    if (forget) return window.location.assign(location);
    setErrors({});
    if (rest.onDone) return rest.onDone();
    await refreshMe();
    if (stays) {
      if (formRef.current) beginAgain(formRef.current, fields);
      setSending(false);
      setSaid(sent.done.said);
    } else router.push(location as Route);
    router.refresh();
  }

  const firstWrong = fields.find(({ name }) => errors[name])?.name;
  return (
    <form
      ref={formRef}
      className={styles.form}
      method="post"
      action={`/api/account/forms/${form}`}
      noValidate
      onSubmit={(event) => void send(event)}
    >
      {errors.form && (
        <p role="alert" tabIndex={-1} className={styles.alert}>
          {errors.form}
        </p>
      )}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {username !== undefined && (
        <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
      )}
      {fields.map((field) => (
        <FormField
          key={field.name}
          field={field}
          error={errors[field.name]}
          kept={mine?.values[field.name]}
          // Where there are no scripts, this is what moves the focus.
          autoFocus={mine !== null && field.name === firstWrong}
        />
      ))}
      {rest.children}
      <div>
        <Button
          type="submit"
          variant={rest.variant ?? 'primary'}
          className={styles.submit}
          aria-disabled={sending}
          aria-label={rest.submitLabel}
        >
          {sending ? pending : submit}
        </Button>
      </div>
      <p role="status" className={styles.said} data-empty={said === null || undefined}>
        {said}
      </p>
    </form>
  );
}

/** Empties the form. A field that shows what is stored shows what has just been stored, before the page is drawn anew. */
function beginAgain(form: HTMLFormElement, fields: FieldSpec[]) {
  for (const { name, stored } of fields) {
    const input = form.elements.namedItem(name);
    if (stored !== undefined && input instanceof HTMLInputElement) input.defaultValue = input.value.trim();
  }
  form.reset();
}
