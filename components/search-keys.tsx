'use client';

import { useSyncExternalStore } from 'react';

type Pressed = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing' | 'defaultPrevented'
> & { target: EventTarget | null };

type Circumstances = { mac: boolean; singleKeys: boolean };

/**
 * Whether a key opens the search. Ctrl-K (Cmd-K on a Mac) does from everywhere but the code editor, where it begins the
 * editor's own commands; `/` only where no text is typed, and not at all once single keys have been
 * switched off.
 */
export function opensSearch(pressed: Pressed, { mac, singleKeys }: Circumstances): boolean {
  if (pressed.defaultPrevented || pressed.isComposing || pressed.altKey) return false;
  const { key, ctrlKey, metaKey, shiftKey } = pressed;
  if (key.toLowerCase() === 'k' && !shiftKey) {
    const command = mac ? metaKey && !ctrlKey : ctrlKey && !metaKey;
    return command && !isWithin(pressed.target, codeEditor);
  }
  return key === '/' && !ctrlKey && !metaKey && singleKeys && !isWithin(pressed.target, typed);
}

const codeEditor = '.monaco-editor';
const typed = `${codeEditor}, textarea, select, [contenteditable], [role='textbox'], input:not([type='radio'], [type='checkbox'], [type='button'], [type='submit'])`;

function isWithin(target: EventTarget | null, selector: string): boolean {
  return Boolean((target as Element | null)?.closest?.(selector));
}

export function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform);
}

/** The name of the key on this machine; the server, which cannot know it, says Ctrl. */
export function useCommandKey(): 'Ctrl' | '⌘' {
  return useSyncExternalStore(
    () => () => {},
    () => (isMac() ? '⌘' : 'Ctrl'),
    () => 'Ctrl',
  );
}

const storageKey = 'single-keys';

/** Speech input types keys that nobody meant, so shortcuts of a single key can be switched off (WCAG 2.1.4). */
export function singleKeysAreOn(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'off';
  } catch {
    // Storage may be blocked; the keys then work as on a first visit.
    return true;
  }
}

export function setSingleKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, 'off');
  } catch (error) {
    console.warn('The choice of keys cannot be remembered: storage is blocked.', error);
  }
}
