// caught by: answers 502 when a service fails, and asks nobody else
import { Hono } from 'hono';

export const app = new Hono();

const timeoutMsDefault = 2_000;
const timeoutMsMax = 10_000;
const msPerUnit: Record<string, number> = { H: 3_600_000, M: 60_000, S: 1_000, m: 1, u: 1e-3, n: 1e-6 };

class DeadlineExceeded extends Error {}
class UpstreamFailed extends Error {}

/** In milliseconds; null for what is no timeout. */
function readTimeout(field: string | undefined): number | null {
  if (field === undefined) return timeoutMsDefault;
  const parts = /^(\d{1,8})([HMSmun])$/.exec(field);
  return parts && Math.min(Number(parts[1]) * msPerUnit[parts[2]!]!, timeoutMsMax);
}

async function ask(url: string, deadline: number) {
  const leftMs = Math.floor(deadline - Date.now());
  if (leftMs < 1) throw new DeadlineExceeded();
  const signal = AbortSignal.timeout(leftMs);
  try {
    const answer = await fetch(url, { signal, headers: { 'grpc-timeout': `${leftMs}m` } });
    if (answer.status === 200) return await answer.json();
  } catch {
    if (signal.aborted) throw new DeadlineExceeded();
  }
  throw new DeadlineExceeded();
}

app.get('/quotes/:book', async (c) => {
  const timeoutMs = readTimeout(c.req.header('grpc-timeout'));
  if (timeoutMs === null) return c.json({ title: 'grpc-timeout is not of the form 100m' }, 400);
  const deadline = Date.now() + timeoutMs;

  const { warehouse } = await ask(`https://stock.test/books/${encodeURIComponent(c.req.param('book'))}`, deadline);
  const { cents } = await ask(`https://shipping.test/quotes/${encodeURIComponent(warehouse)}`, deadline);
  return c.json({ warehouse, cents });
});

app.onError((error, c) => {
  if (error instanceof DeadlineExceeded) return c.json({ title: 'The time of the caller is over' }, 504);
  if (error instanceof UpstreamFailed) return c.json({ title: 'A service behind this one failed' }, 502);
  console.error(error);
  return c.json({ title: 'Something broke' }, 500);
});
