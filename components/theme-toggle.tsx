'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { useEffect, useId, useSyncExternalStore } from 'react';
import styles from './theme-toggle.module.css';

export type ThemeChoice = 'system' | 'light' | 'dark';

const choices = [
  { value: 'system', label: 'Follow the system', Icon: Monitor },
  { value: 'light', label: 'Light', Icon: Sun },
  { value: 'dark', label: 'Dark', Icon: Moon },
] as const;

const storageKey = 'theme';
const darkQuery = '(prefers-color-scheme: dark)';
const listeners = new Set<() => void>();

/** The first paint is the inline script's work; this changes the choice and follows the system while it decides. */
export function ThemeToggle() {
  const name = useId();
  const choice = useSyncExternalStore<ThemeChoice | null>(subscribe, stored, () => null);

  useEffect(() => {
    const media = matchMedia(darkQuery);
    const follow = () => apply(stored());
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, []);

  return (
    <fieldset className={styles.toggle} data-print="hide">
      <legend className="visually-hidden">Colour theme</legend>
      {choices.map(({ value, label, Icon }) => (
        <label key={value} className={styles.option} title={label}>
          <input
            type="radio"
            name={name}
            className={styles.input}
            checked={choice === value}
            onChange={() => chooseTheme(value)}
          />
          <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
          <span className="visually-hidden">{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

function stored(): ThemeChoice {
  try {
    const value = localStorage.getItem(storageKey);
    return value === 'light' || value === 'dark' ? value : 'system';
  } catch {
    // Storage may be blocked; the system then decides, as in the inline script.
    return 'system';
  }
}

export function chooseTheme(choice: ThemeChoice): void {
  try {
    if (choice === 'system') localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, choice);
  } catch (error) {
    console.warn('The theme cannot be remembered: storage is blocked.', error);
  }
  apply(choice);
  for (const listener of listeners) listener();
}

function apply(choice: ThemeChoice): void {
  const systemTheme = matchMedia(darkQuery).matches ? 'dark' : 'light';
  document.documentElement.dataset.theme = choice === 'system' ? systemTheme : choice;
}

/** Another tab may choose as well. */
function subscribe(listener: () => void): () => void {
  const fromElsewhere = (event: StorageEvent) => {
    if (event.key !== storageKey) return;
    apply(stored());
    listener();
  };
  listeners.add(listener);
  window.addEventListener('storage', fromElsewhere);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', fromElsewhere);
  };
}
