'use client';
import { useId, type ReactNode } from 'react';
import styles from './segments.module.css';

type Props<Value extends string> = {
  legend: string;
  /** `title` says what it is where `label` is a sign. */
  options: readonly { value: Value; label: ReactNode; title?: string }[];
  /** Null while it is not known. */
  value: Value | null;
  onChange: (value: Value) => void;
};

/** A choice of a few words or signs side by side: radio buttons, with all their keys. */
export function Segments<Value extends string>({ legend, options, value, onChange }: Props<Value>) {
  const name = useId();
  return (
    <fieldset className={styles.segments}>
      <legend className="visually-hidden">{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.option} title={option.title}>
          <input
            type="radio"
            name={name}
            value={option.value}
            className={styles.input}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
