export function suggest(typed: string, words: string[], most: number): string[] {
  return words.includes(typed) ? [typed] : [];
}
