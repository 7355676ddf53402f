import { Hono } from 'hono';

export const app = new Hono();

/** One controller for the whole request; both calls hang on its signal. */
app.get('/quotes/:book', async (c) => {
  const arrived = Date.now();
  const field = c.req.header('grpc-timeout') ?? '2S';
  if (!/^[0-9]{1,8}[HMSmun]$/.test(field)) return c.text('bad timeout', 400);
  const value = parseInt(field, 10);
  const micros = { H: 3.6e9, M: 6e7, S: 1e6, m: 1000, u: 1, n: 0.001 }[field.at(-1) as 'S']! * value;
  const wholeMs = Math.floor(Math.min(micros, 1e7) / 1000);
  if (wholeMs === 0) return c.text('too late', 504);

  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), wholeMs);
  const get = async (url: string) => {
    const left = arrived + wholeMs - Date.now();
    if (left < 1) controller.abort();
    const answer = await fetch(url, { signal: controller.signal, headers: { 'grpc-timeout': left + 'm' } });
    if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
    return answer.json();
  };
  try {
    const { warehouse } = await get('https://stock.test/books/' + c.req.param('book'));
    const { cents } = await get('https://shipping.test/quotes/' + warehouse);
    return c.json({ warehouse, cents });
  } catch {
    return controller.signal.aborted ? c.text('too late', 504) : c.text('failed', 502);
  } finally {
    clearTimeout(timer);
  }
});
