'use client';

import { useSyncExternalStore } from 'react';

/**
 * A moment. The reader's own zone is known in the browser alone; until then the date stands as ISO. The languages are those
 * that the server is told for the dates it writes itself (`reader`), so that a page has one way of writing them.
 */
export function LocalTime({ iso }: { iso: string }) {
  const text = useSyncExternalStore(
    () => () => undefined,
    () => new Date(iso).toLocaleString([...navigator.languages], { dateStyle: 'medium', timeStyle: 'short' }),
    () => iso.slice(0, 10),
  );
  return <time dateTime={iso}>{text}</time>;
}
