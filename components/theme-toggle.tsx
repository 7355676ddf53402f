'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { useEffect, useSyncExternalStore } from 'react';
import { Segments } from './segments.tsx';

export type ThemeChoice = 'system' | 'light' | 'dark';

const choices = [
  { value: 'system', label: 'Follow the system', Icon: Monitor },
  { value: 'light', label: 'Light', Icon: Sun },
  { value: 'dark', label: 'Dark', Icon: Moon },
] as const;

const options = choices.map(({ value, label, Icon }) => ({
  value,
  title: label,
  label: (
    <>
      <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
      <span className="visually-hidden">{label}</span>
    </>
  ),
}));

const storageKey = 'theme';
const darkQuery = '(prefers-color-scheme: dark)';
const listeners = new Set<() => void>();

/** The first paint is the inline script's work; this changes the choice and follows the system while it decides. */
export function ThemeToggle() {
  const choice = useSyncExternalStore<ThemeChoice | null>(subscribe, stored, () => null);

  useEffect(() => {
    const media = matchMedia(darkQuery);
    const follow = () => apply(stored());
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, []);

  return (
    <div data-print="hide">
      <Segments legend="Colour theme" options={options} value={choice} onChange={chooseTheme} />
    </div>
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
