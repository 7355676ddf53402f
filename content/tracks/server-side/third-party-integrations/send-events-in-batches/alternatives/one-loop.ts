import { Hono } from 'hono';

/** One loop that runs while there is something to send; a batch is taken out of the queue as soon as it goes. */
const app = new Hono();
export default app;

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

class Sender {
  #queue: { event: object; dueAt: number }[] = [];
  #underWay = 0;
  #isRunning = false;
  #fill = () => {};
  sent = 0;
  dropped = 0;
  #next = 1;

  get waiting() {
    return this.#queue.length + this.#underWay;
  }

  add(event: object) {
    if (this.waiting === 100) {
      this.dropped++;
      return;
    }
    this.#queue.push({ event: { ...event, eventId: `e${this.#next++}` }, dueAt: Date.now() + 2000 });
    if (this.#queue.length >= 20) this.#fill();
    if (!this.#isRunning) void this.#run();
  }

  async #run() {
    this.#isRunning = true;
    for (let first = this.#queue[0]; first; first = this.#queue[0]) {
      if (this.#queue.length < 20) {
        const isFull = new Promise<void>((resolve) => (this.#fill = resolve));
        await Promise.race([isFull, sleep(first.dueAt - Date.now())]);
      }
      const events = this.#queue.splice(0, 20).map(({ event }) => event);
      this.#underWay = events.length;
      let isDelivered = await this.#post(events);
      for (let again = 0; again < 2 && !isDelivered; again++) {
        await sleep(1000);
        isDelivered = await this.#post(events);
      }
      this[isDelivered ? 'sent' : 'dropped'] += events.length;
      this.#underWay = 0;
    }
    this.#isRunning = false;
  }

  async #post(events: object[]): Promise<boolean> {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), 5000);
    return fetch('https://stats.test/batch', { method: 'POST', body: JSON.stringify({ events }), signal: stop.signal })
      .then(
        (answer) => answer.status >= 200 && answer.status < 300,
        () => false,
      )
      .finally(() => clearTimeout(timer));
  }
}

const sender = new Sender();

app.post('/events', async (c) => {
  let event: unknown;
  try {
    event = JSON.parse(await c.req.text());
  } catch {
    return c.text('no JSON', 422);
  }
  if (typeof event !== 'object' || event === null || Array.isArray(event)) return c.text('no object', 422);
  const { name } = event as { name?: unknown };
  if (typeof name !== 'string' || name === '' || name.length > 50) return c.text('no name', 422);
  sender.add(event);
  return c.text('accepted', 202);
});
app.get('/events', (c) => c.json({ waiting: sender.waiting, sent: sender.sent, dropped: sender.dropped }));
