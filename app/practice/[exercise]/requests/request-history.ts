import '#lib/zod-without-eval';
import { z } from 'zod';
import type { SentRequest } from '#lib/run-source';
import { exchangeSchema, type Exchange } from '#lib/verdict';
import { keptValue } from '../kept-value.ts';

/** One request that was sent, and the exchange that came of it; null where the service did not get to it. */
export type HistoryEntry = { id: number; sent: SentRequest; exchange: Exchange | null };

/** As many as one call takes, so that all of them can be sent again together. */
export const entriesMax = 20;
const keptCharsMax = 200_000;

const entrySchema = z.object({
  id: z.number(),
  sent: exchangeSchema.shape.request,
  exchange: z.nullable(exchangeSchema),
});

/** The history of one exercise, in the order in which it was sent. */
export function requestHistory(exercise: string) {
  return keptValue<HistoryEntry[]>(`underpin:requests:${exercise}`, z.array(entrySchema), []);
}

/** The entries with one more behind them. The oldest are dropped when there are too many. */
export function withEntry(entries: HistoryEntry[], sent: SentRequest): HistoryEntry[] {
  const id = 1 + Math.max(0, ...entries.map((entry) => entry.id));
  return [...entries, { id, sent, exchange: null }].slice(-entriesMax);
}

/** The entries with what came of them: the last `sentCount` of them were sent. */
export function withExchanges(entries: HistoryEntry[], exchanges: Exchange[], sentCount: number): HistoryEntry[] {
  const first = entries.length - sentCount;
  const answered = entries.map((entry, index) =>
    index < first ? entry : { ...entry, exchange: exchanges[index - first] ?? null },
  );
  return withinBounds(answered);
}

/** Answers may be long; a browser keeps a few megabytes for all pages of a site together. */
function withinBounds(entries: HistoryEntry[]): HistoryEntry[] {
  let rest = entries;
  while (rest.length > 1 && JSON.stringify(rest).length > keptCharsMax) rest = rest.slice(1);
  return rest;
}
