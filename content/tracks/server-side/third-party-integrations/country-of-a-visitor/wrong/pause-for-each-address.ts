// caught by: asks nobody for five seconds after a failure
import { Hono } from 'hono';

/** `country` is null for an address that the service does not know. */
type Entry = { country: string | null; at: number };

const fallback = 'DE';
const limitMs = 300;
const freshMs = 600_000;
const unknownMs = 60_000;
const staleMs = 86_400_000;
const pauseMs = 5000;

export const app = new Hono();

const entries = new Map<string, Entry>();
const failures = new Map<string, number>();

/** Resolves to null when the service knows that it does not know; rejects when it could not be asked. */
async function lookUp(ip: string): Promise<string | null> {
  const answer = await fetch(`https://geo.test/v1/${ip}`, { signal: AbortSignal.timeout(limitMs) });
  if (answer.status === 404) return null;
  if (answer.status !== 200) throw new Error(`geo.test answered ${answer.status}`);
  const body: unknown = await answer.json();
  const country = (body as { country?: unknown } | null)?.country;
  if (typeof country !== 'string' || !/^[A-Z]{2}$/.test(country)) throw new Error('geo.test answered no country');
  return country;
}

function withoutService(entry: Entry | undefined) {
  const isUsable = entry !== undefined && Date.now() - entry.at < staleMs;
  return isUsable && entry.country !== null
    ? { country: entry.country, source: 'stale' }
    : { country: fallback, source: 'default' };
}

async function locate(ip: string) {
  const entry = entries.get(ip);
  const age = entry === undefined ? Infinity : Date.now() - entry.at;
  if (entry?.country && age < freshMs) return { country: entry.country, source: 'cache' };
  if (entry?.country === null && age < unknownMs) return { country: fallback, source: 'default' };
  if (Date.now() - (failures.get(ip) ?? -Infinity) < pauseMs) return withoutService(entry);
  try {
    const country = await lookUp(ip);
    entries.set(ip, { country, at: Date.now() });
    return country === null ? { country: fallback, source: 'default' } : { country, source: 'lookup' };
  } catch {
    failures.set(ip, Date.now());
    return withoutService(entry);
  }
}

app.get('/country/:ip', async (c) => c.json(await locate(c.req.param('ip'))));
