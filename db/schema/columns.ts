import { integer } from 'drizzle-orm/sqlite-core';

/** A moment, kept as milliseconds since 1970 in UTC. */
export const moment = (name: string) => integer(name, { mode: 'timestamp_ms' });

export const yesNo = (name: string) => integer(name, { mode: 'boolean' });
