/** Said after other words of a field that has taken all it can: it drops the rest of what is pasted without a word. */
export function cutWords(text: string, charsMax: number): string {
  if (text.length < charsMax) return '';
  return ` Cut at ${charsMax.toLocaleString('en')} characters: there is no room for more.`;
}
