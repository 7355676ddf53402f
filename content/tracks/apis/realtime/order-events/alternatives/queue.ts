import { Hono } from 'hono';

const app = new Hono();

type Status = 'open' | 'paid' | 'shipped' | 'delivered' | 'cancelled';
type Order = { history: Status[]; changed: PromiseWithResolvers<void> };

const order = (...history: Status[]): Order => ({ history, changed: Promise.withResolvers() });
const orders: Record<string, Order> = {
  7: order('open'),
  8: order('open', 'paid'),
  9: order('open', 'paid', 'shipped', 'delivered'),
};
const over: Status[] = ['delivered', 'cancelled'];

app.post('/orders/:id/status', async (c) => {
  const found = orders[c.req.param('id')];
  if (!found) return c.notFound();
  const { status } = await c.req.json();
  await fetch('https://warehouse.test/check', { method: 'POST' });
  found.history.push(status);
  found.changed.resolve();
  found.changed = Promise.withResolvers();
  return c.body(null, 204);
});

/** The lines of a stream, one piece after another; waits for a change, a quarter of a minute or the end. */
async function* pieces(id: string, found: Order, place: number) {
  const endsAt = Date.now() + 60_000;
  yield 'retry: 1000\n\n';
  for (;;) {
    const { changed, history } = found;
    for (; place < history.length; place++) {
      const status = history[place]!;
      yield `event: status\nid: ${place + 1}\ndata: ${JSON.stringify({ status, order: Number(id) })}\n\n`;
      if (over.includes(status)) return;
    }
    const left = endsAt - Date.now();
    if (left <= 0) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const pause = new Promise<string>((resolve) => {
      timer = setTimeout(() => resolve('pause'), Math.min(left, 14_000));
    });
    const why = await Promise.race([changed.promise, pause]);
    clearTimeout(timer);
    if (why === 'pause') yield ':\n';
  }
}

app.get('/orders/:id/events', (c) => {
  const id = c.req.param('id');
  const found = orders[id];
  if (!found) return c.notFound();
  const header = c.req.header('last-event-id') ?? '';
  const known = /^[0-9]+$/.test(header) ? Number(header) : -1;
  const place = known >= 0 && known <= found.history.length ? known : 0;
  if (place === found.history.length && over.includes(found.history.at(-1)!)) return c.body(null, 204);

  const iterator = pieces(id, found, place);
  const stream = new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(new TextEncoder().encode(value));
    },
    async cancel() {
      await iterator.return(undefined);
    },
  });
  c.header('content-type', 'text/event-stream; charset=utf-8');
  c.header('cache-control', 'no-store');
  return c.body(stream);
});

export default app;
