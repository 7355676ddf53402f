// caught by: ends after a minute, with comments meanwhile
import { Hono } from 'hono';

export const app = new Hono();

type Status = 'open' | 'paid' | 'shipped' | 'delivered' | 'cancelled';

const histories = new Map<number, Status[]>([
  [7, ['open']],
  [8, ['open', 'paid']],
  [9, ['open', 'paid', 'shipped', 'delivered']],
]);
const listeners = new Map<number, Set<() => void>>();

const isOver = (history: Status[]) => ['delivered', 'cancelled'].includes(history.at(-1) ?? '');

app.post('/orders/:id/status', async (c) => {
  const id = Number(c.req.param('id'));
  const history = histories.get(id);
  if (history === undefined) return c.notFound();
  const { status } = (await c.req.json()) as { status: Status };
  await fetch('https://warehouse.test/check', { method: 'POST' }); // can take some seconds
  history.push(status);
  for (const tell of [...(listeners.get(id) ?? [])]) tell();
  return c.body(null, 204);
});

app.get('/orders/:id/events', (c) => {
  const id = Number(c.req.param('id'));
  const history = histories.get(id);
  if (history === undefined) return c.notFound();

  const last = c.req.header('Last-Event-ID') ?? '';
  // A stream is a place in the history: how many changes the client has.
  let sent = /^\d{1,9}$/.test(last) && Number(last) <= history.length ? Number(last) : 0;
  if (sent === history.length && isOver(history)) return c.body(null, 204);

  const followers = listeners.get(id) ?? new Set();
  listeners.set(id, followers);
  const encoder = new TextEncoder();
  let release = () => {};

  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string) => controller.enqueue(encoder.encode(text));
      const end = () => {
        release();
        controller.close();
      };
      const catchUp = () => {
        while (sent < history.length) {
          const data = JSON.stringify({ order: id, status: history[sent] });
          write(`id: ${++sent}\nevent: status\ndata: ${data}\n\n`);
        }
        if (isOver(history)) end();
      };
      const pulse = setInterval(() => {}, 15_000);
      const limit = setTimeout(end, 60_000);
      release = () => {
        clearInterval(pulse);
        clearTimeout(limit);
        followers.delete(catchUp);
      };

      write('retry: 1000\n\n');
      followers.add(catchUp);
      catchUp();
    },
    cancel: () => release(),
  });
  return c.body(stream, 200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
});
