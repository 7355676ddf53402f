// caught by: does not hurry what is not due behind a batch
import { Hono } from 'hono';
import { z } from 'zod';

const batchSize = 20;
const oldestMs = 2000;
const limitMs = 5000;
const pauseMs = 1000;
const attempts = 3;
const waitingMax = 100;

const eventSchema = z.looseObject({ name: z.string().min(1).max(50) });

type Waiting = { event: z.infer<typeof eventSchema> & { eventId: string }; arrivedAt: number };

export const app = new Hono();

/** Events stay here until their batch is delivered or given up. */
const queue: Waiting[] = [];
let sent = 0;
let dropped = 0;
let isSending = false;
let timer: ReturnType<typeof setTimeout> | undefined;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Sends what is due, or sees to it that somebody looks again in time. */
function wake(): void {
  const [oldest] = queue;
  if (isSending || oldest === undefined) return;
  const dueInMs = oldest.arrivedAt + oldestMs - Date.now();
  if (queue.length >= batchSize || dueInMs <= 0) void sendBatch();
  else {
    timer ??= setTimeout(() => {
      timer = undefined;
      if (!isSending && queue.length > 0) void sendBatch();
    }, oldestMs);
  }
}

async function sendBatch(): Promise<void> {
  isSending = true;
  const batch = queue.slice(0, batchSize);
  const isDelivered = await deliver(JSON.stringify({ events: batch.map(({ event }) => event) }));
  queue.splice(0, batch.length);
  if (isDelivered) sent += batch.length;
  else dropped += batch.length;
  isSending = false;
  wake();
}

async function deliver(body: string): Promise<boolean> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    if (attempt > 1) await wait(pauseMs);
    try {
      const answer = await fetch('https://stats.test/batch', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        signal: AbortSignal.timeout(limitMs),
      });
      if (answer.ok) return true;
    } catch {
      // No connection, or no answer in time: the same as an answer that says no.
    }
  }
  return false;
}

app.post('/events', async (c) => {
  const event = eventSchema.safeParse(await c.req.json().catch(() => null));
  if (!event.success) return c.json({ error: 'An event is an object with a name of 1 to 50 characters.' }, 422);
  if (queue.length >= waitingMax) dropped++;
  else queue.push({ event: { ...event.data, eventId: crypto.randomUUID() }, arrivedAt: Date.now() });
  wake();
  return c.body(null, 202);
});

app.get('/events', (c) => c.json({ waiting: queue.length, sent, dropped }));
