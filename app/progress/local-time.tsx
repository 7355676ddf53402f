'use client';

import { useSyncExternalStore } from 'react';

/** The reader's own zone and language are known in the browser alone; until then the date stands as ISO. */
export function LocalTime({ iso }: { iso: string }) {
  const text = useSyncExternalStore(
    () => () => undefined,
    () => new Date(iso).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' }),
    () => iso.slice(0, 10),
  );
  return <time dateTime={iso}>{text}</time>;
}
