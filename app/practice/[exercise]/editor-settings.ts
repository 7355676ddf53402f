import '#lib/zod-without-eval';
import { z } from 'zod';
import { keptValue } from './kept-value.ts';

export const fontSizesPx = ['12', '14', '16', '18', '20', '24'] as const;
export const tabWidths = ['auto', '2', '4', '8'] as const;

const settingsSchema = z.object({
  fontSizePx: z.enum(fontSizesPx),
  /** `auto`: four for Python, two for the rest. */
  tabWidth: z.enum(tabWidths),
  wordWrap: z.boolean(),
  /** Whether `?` alone opens the list of keys: speech input types such characters unasked. */
  questionMark: z.boolean(),
});
export type EditorSettings = z.infer<typeof settingsSchema>;

export const defaultSettings: EditorSettings = {
  fontSizePx: '14',
  tabWidth: 'auto',
  wordWrap: false,
  questionMark: true,
};

const kept = keptValue('underpin:editor', settingsSchema, defaultSettings);

/** For `useSyncExternalStore`: how this browser's learner likes the editor. */
export const editorSettings = {
  ...kept,
  change: (change: Partial<EditorSettings>) => kept.set({ ...kept.snapshot(), ...change }),
  reset: () => kept.set(defaultSettings),
};

/** In pixels; the line keeps the proportion of 22 to 14, whole, so that numbers stand beside their lines. */
export function textSize({ fontSizePx }: EditorSettings): { sizePx: number; linePx: number } {
  const sizePx = Number(fontSizePx);
  return { sizePx, linePx: Math.round((sizePx * 22) / 14) };
}

export function spacesOf({ tabWidth }: EditorSettings, language: string): number {
  if (tabWidth !== 'auto') return Number(tabWidth);
  return language === 'python' ? 4 : 2;
}
