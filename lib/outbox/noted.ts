/** In local storage, so that a page without waiting work needs no database to know it. */
export const notedKey = 'underpin:outbox';

/** Told on the page that opens the outbox: there changes of storage are not told. */
export const openedEvent = 'underpin:outbox-opened';

export function noteLetters(count: number): void {
  try {
    if (count === 0) localStorage.removeItem(notedKey);
    else localStorage.setItem(notedKey, String(count));
  } catch {
    // Forbidden or full: what waits is then sent when an exercise is opened.
  }
}

export function hasNotedLetters(): boolean {
  try {
    return localStorage.getItem(notedKey) !== null;
  } catch {
    return false;
  }
}
