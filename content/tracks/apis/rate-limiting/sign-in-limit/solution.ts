import { Hono } from 'hono';
import { z } from 'zod';

export const app = new Hono();

const passwords = new Map([
  ['ada@shop.example', 'correct horse'],
  ['ben@shop.example', 'battery staple'],
]);

/** In the shop this compares with a slow hash. */
const isRight = (account: string, password: string) => passwords.get(account) === password;

const windowMs = 60_000;
const bodySchema = z.object({ email: z.string(), password: z.string() });

/** The times of the attempts of the last minute, for each key. */
class SlidingLog {
  readonly limit: number;
  readonly #times = new Map<string, number[]>();
  constructor(limit: number) {
    this.limit = limit;
  }
  #recent(key: string, now: number): number[] {
    return (this.#times.get(key) ?? []).filter((time) => now < time + windowMs);
  }
  remaining(key: string, now: number): number {
    return this.limit - this.#recent(key, now).length;
  }
  /** How long until one more fits; 0 when it does. */
  waitMs(key: string, now: number): number {
    const times = this.#recent(key, now);
    return times.length < this.limit ? 0 : times[times.length - this.limit]! + windowMs - now;
  }
  count(key: string, now: number): void {
    this.#times.set(key, [...this.#recent(key, now), now]);
  }
}

const accounts = new SlidingLog(5);
const clients = new SlidingLog(20);

app.post('/sign-in', async (c) => {
  const parsed = bodySchema.safeParse(await c.req.json().catch(() => undefined));
  if (!parsed.success) return c.json({ error: 'email and password are needed' }, 400);
  const account = parsed.data.email.trim().toLowerCase();
  const client = c.req.header('X-Real-IP') ?? 'unknown';
  const now = Date.now();

  // Both are looked at before either counts.
  const waitMs = Math.max(accounts.waitMs(account, now), clients.waitMs(client, now));
  if (waitMs === 0) {
    accounts.count(account, now);
    clients.count(client, now);
  }
  c.header('RateLimit-Policy', `"account";q=${accounts.limit};w=60, "client";q=${clients.limit};w=60`);
  c.header(
    'RateLimit',
    `"account";r=${accounts.remaining(account, now)}, "client";r=${clients.remaining(client, now)}`,
  );

  if (waitMs > 0) {
    const status = 429;
    const type = 'https://shop.example/problems/too-many-attempts';
    const problem = JSON.stringify({ type, title: 'Too many attempts. Try again later.', status });
    return c.body(problem, status, {
      'Content-Type': 'application/problem+json',
      'Retry-After': String(Math.ceil(waitMs / 1000)),
    });
  }
  return isRight(account, parsed.data.password)
    ? c.json({ email: account })
    : c.json({ error: 'the address or the password is wrong' }, 401);
});
