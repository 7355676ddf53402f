import type { Snapshot } from '#db/snapshot';

/** Ends a command with one sentence for the person who typed it. */
export function stop(text: string): never {
  console.error(`underpin: ${text}`);
  process.exit(1);
}

export function orStop<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    return stop(error instanceof Error ? error.message : String(error));
  }
}

/** "12 accounts, 40 guests and 3201 submissions". */
export function rowsInWords({ rows }: Snapshot): string {
  const accounts = rows.users ?? 0;
  const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;
  const guests = Math.max(0, (rows.learners ?? 0) - accounts);
  return `${counted(accounts, 'account')}, ${counted(guests, 'guest')} and ${counted(rows.submissions ?? 0, 'submission')}`;
}

export const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;
