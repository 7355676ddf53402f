/** Null on the server, and where a browser forbids storage: there reading the property alone throws. */
export function browserStorage(): Storage | null {
  if (typeof window === 'undefined') return null;
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
