'use client';

import { useId, useState, type ReactNode } from 'react';
import { Button } from './button.tsx';
import styles from './filter-bar.module.css';

/** A row of filters above a list, the number of hits announced as it changes. */
export function FilterBar({
  label,
  found,
  filtered,
  onClear,
  aside,
  children,
}: {
  label: string;
  found: string;
  filtered: boolean;
  onClear: () => void;
  /** At the end of the line that says how much was found: how it is shown. */
  aside?: ReactNode;
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
        {aside && <div className={styles.aside}>{aside}</div>}
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

/** An address may name anything: what is no choice of the filter counts as none made. */
export function knownChoice(value: string, labels: Record<string, string>): string {
  return Object.hasOwn(labels, value) ? value : '';
}

/**
 * The options of a filter: those of the labels that some item has, in the order of the labels, and the one that is
 * `chosen`. Each says how many items it would leave, `narrowed` being what the other filters let through.
 */
export function countedOptions<Item, Value extends string>(
  {
    all,
    narrowed,
    valuesOf,
    chosen,
  }: { all: Item[]; narrowed: Item[]; valuesOf: (item: Item) => readonly Value[]; chosen: string },
  labels: Record<Value, string>,
) {
  const holding = (items: Item[], value: Value) => items.filter((item) => valuesOf(item).includes(value)).length;
  return (Object.keys(labels) as Value[])
    .filter((value) => value === chosen || holding(all, value) > 0)
    .map((value) => [value, `${labels[value]} (${holding(narrowed, value)})`] as const);
}

/** Shows what is typed at once: `value` comes back by way of the address, which is slower than fingers. */
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
  const [typed, setTyped] = useState<string | null>(null);
  function change(next: string) {
    setTyped(next);
    onChange(next);
  }
  return (
    <div className={styles.search}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="search"
        value={typed ?? value}
        placeholder={placeholder}
        autoComplete="off"
        onChange={(event) => change(event.target.value)}
        onBlur={() => setTyped(null)}
      />
    </div>
  );
}
