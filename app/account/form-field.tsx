'use client';

import { Field } from '#components/field';
import styles from './account.module.css';
import { PasswordField } from './password-field.tsx';

export type FieldSpec = {
  name: string;
  label: string;
  type: 'text' | 'email' | 'password' | 'checkbox';
  autoComplete?: string;
  hint?: string;
  required?: boolean;
  minLength?: number;
  /** What the account has now, where the field is for changing it. */
  stored?: string;
};

type FormFieldProps = { field: FieldSpec; error: string | undefined; kept: string | undefined; autoFocus: boolean };

/** One field of a form of the account pages, with its error below it. */
export function FormField({ field, error, kept, autoFocus }: FormFieldProps) {
  const { type, stored, ...shared } = field;
  if (type === 'checkbox') return <CheckboxField field={field} error={error} autoFocus={autoFocus} />;
  if (type === 'password') return <PasswordField {...shared} error={error} autoFocus={autoFocus} />;
  const isEmail = type === 'email';
  return (
    <Field
      {...shared}
      type={type}
      error={error}
      defaultValue={kept ?? stored}
      autoFocus={autoFocus}
      {...(isEmail && { inputMode: 'email', autoCapitalize: 'none', spellCheck: false })}
    />
  );
}

function CheckboxField({ field, error, autoFocus }: Omit<FormFieldProps, 'kept'>) {
  const errorId = `${field.name}-error`;
  return (
    <div>
      <label className={styles.checkbox}>
        <input
          type="checkbox"
          name={field.name}
          value="yes"
          autoFocus={autoFocus}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? errorId : undefined}
        />
        {field.label}
      </label>
      {error && (
        <p id={errorId} className={styles.fieldError}>
          {error}
        </p>
      )}
    </div>
  );
}
