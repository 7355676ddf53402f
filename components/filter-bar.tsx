'use client';

import { useId, useState, type ReactNode } from 'react';
import { Button } from './button.tsx';
import type { FilteredList } from './filtered-list.tsx';
import { plural } from './labels.tsx';
import { EmptyState } from './state-block.tsx';
import styles from './filter-bar.module.css';

type Props<Item, Key extends string> = {
  /** What is listed: one of it. */
  noun: string;
  list: FilteredList<Item, Key>;
  /** The search, where there is one. */
  search?: { placeholder: string; onChange: (value: string) => void };
  setFilter: (key: Key, value: string) => void;
  clearFilters: () => void;
  /** At the end of the line that says how much was found: how it is shown. */
  aside?: ReactNode;
  /** Further fields. */
  children?: ReactNode;
};

/** The filters above a list, the number of hits announced as it changes, and what is said in place of an empty list. */
export function FilterBar<Item, Key extends string>({
  noun,
  list: { q, chosen, filters, keys, optionsOf, shown, total, isFiltered },
  search,
  setFilter,
  clearFilters,
  aside,
  children,
}: Props<Item, Key>) {
  return (
    <>
      <search aria-label={`Filter ${noun}s`} className={styles.bar}>
        <div className={styles.fields}>
          {search && <FilterSearch {...search} value={q} />}
          {keys.map((key) => (
            <FilterSelect
              key={key}
              label={filters[key].label}
              all={filters[key].all}
              value={chosen[key]}
              options={optionsOf(key)}
              onChange={(value) => setFilter(key, value)}
            />
          ))}
          {children}
        </div>
        <div className={styles.result}>
          <p role="status" data-numeric="">
            {isFiltered ? `${plural(shown.length, noun)} of ${total}` : plural(total, noun)}
          </p>
          {isFiltered && (
            <Button variant="quiet" className={styles.clear} onClick={clearFilters}>
              Clear filters
            </Button>
          )}
          {aside && <div className={styles.aside}>{aside}</div>}
        </div>
      </search>
      {shown.length === 0 && (
        <div className={styles.nothing}>
          <EmptyState title={`No ${noun}s match`}>
            <p>
              {search ? 'Try fewer words, or clear one of the filters.' : 'Clear one of the filters, or all of them.'}
            </p>
          </EmptyState>
        </div>
      )}
    </>
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

/** Shows what is typed at once: `value` comes back by way of the address, which is slower than fingers. */
function FilterSearch({
  value,
  placeholder,
  onChange,
}: {
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
      <label htmlFor={id}>Search</label>
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
