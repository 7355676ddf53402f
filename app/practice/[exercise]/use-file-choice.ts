'use client';
import { useState, useSyncExternalStore } from 'react';
import { languageLabels } from '#components/labels';
import { isOneOf } from '#lib/shape';
import type { Language } from '#lib/verdict';
import { keptValue } from './kept-value.ts';

type File = { name: string; language: Language };

/** The language that the learner wrote in last; the next exercise that has it opens in it. */
const isLanguage = isOneOf(Object.keys(languageLabels) as Language[]);
const preferred = keptValue<Language | null>(
  'underpin:language',
  { parse: (kept) => (isLanguage(kept) ? kept : null) },
  null,
);

/** Which file is in the editor, by its index, and how to put another one there. */
export function useFileChoice(files: File[], submits: 'one' | 'all'): [number, (name: string) => void] {
  const language = useSyncExternalStore(preferred.subscribe, preferred.snapshot, preferred.serverSnapshot);
  const [opened, setOpened] = useState(0);
  const inLanguage = files.findIndex((file) => file.language === language);
  const index = submits === 'one' ? Math.max(0, inLanguage) : opened;

  function choose(name: string) {
    const chosen = files.findIndex((file) => file.name === name);
    // Where there is no choice, nothing has been preferred.
    if (chosen === -1 || files.length === 1) return;
    if (submits === 'one') preferred.set(files[chosen]!.language);
    else setOpened(chosen);
  }

  return [index, choose];
}
