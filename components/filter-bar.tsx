'use client';

import { useId, type ReactNode } from 'react';
import { Button } from './button.tsx';
import styles from './filter-bar.module.css';

/** A row of filters above a list, the number of hits announced as it changes. */
export function FilterBar({
  label,
  found,
  filtered,
  onClear,
  children,
}: {
  label: string;
  found: string;
  filtered: boolean;
  onClear: () => void;
  children: ReactNode;
}) {
  return (
    <search aria-label={label} className={styles.bar}>
      <div className={styles.fields}>{children}</div>
      <div className={styles.result}>
        <p role="status" data-numeric="">
          {found}
        </p>
        {filtered && (
          <Button variant="quiet" className={styles.clear} onClick={onClear}>
            Clear filters
          </Button>
        )}
      </div>
    </search>
  );
}

export function FilterSelect({
  label,
  value,
  options,
  all,
  onChange,
}: {
  label: string;
  value: string;
  options: readonly (readonly [value: string, label: string])[];
  /** The words for "no filter"; without them the first option is the default. */
  all?: string;
  onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <span className={styles.select}>
        <select
          id={id}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          data-set={value !== '' || undefined}
        >
          {all !== undefined && <option value="">{all}</option>}
          {options.map(([optionValue, optionLabel]) => (
            <option key={optionValue} value={optionValue}>
              {optionLabel}
            </option>
          ))}
        </select>
      </span>
    </div>
  );
}

/** The options of a filter: those of the labels that some item of the list has, in the order of the labels. */
export function usedOptions<Value extends string>(values: Value[], labels: Record<Value, string>) {
  return (Object.keys(labels) as Value[])
    .filter((value) => values.includes(value))
    .map((value) => [value, labels[value]] as const);
}

export function FilterSearch({
  label,
  value,
  placeholder,
  onChange,
}: {
  label: string;
  value: string;
  placeholder: string;
  onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <div className={styles.search}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="search"
        value={value}
        placeholder={placeholder}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
