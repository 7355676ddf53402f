/** More than anybody has set; a header may name any number. */
const localesMax = 10;

/**
 * The languages that a reader's browser asks for, the best first, to write dates by. At the end stands one in which they
 * cannot be misread, since without any a server would write them in its own.
 */
export function localesFrom(acceptLanguage: string | null): string[] {
  const wanted = (acceptLanguage ?? '').split(',', localesMax).flatMap((part) => {
    const [tag = '', quality] = part.split(/;\s*q=/).map((each) => each.trim());
    const weight = quality === undefined ? 1 : Number(quality);
    return isLocale(tag) && weight > 0 ? [{ tag, weight }] : [];
  });
  return [...wanted.toSorted((a, b) => b.weight - a.weight).map(({ tag }) => tag), 'en-GB'];
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
