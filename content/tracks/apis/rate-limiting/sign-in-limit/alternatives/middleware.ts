import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';

type Rule = { name: string; q: number; seen: Record<string, number[]> };
type Variables = { account: string; password: string };

const app = new Hono<{ Variables: Variables }>();
const passwords: Record<string, string> = {
  'ada@shop.example': 'correct horse',
  'ben@shop.example': 'battery staple',
};

const rules: Rule[] = [
  { name: 'account', q: 5, seen: Object.create(null) },
  { name: 'client', q: 20, seen: Object.create(null) },
];

const throttle = createMiddleware<{ Variables: Variables }>(async (c, next) => {
  let email: unknown, password: unknown;
  try {
    ({ email, password } = await c.req.json());
  } catch {
    return c.text('no JSON', 400);
  }
  if (typeof email !== 'string' || typeof password !== 'string') return c.text('two texts, please', 400);
  c.set('account', email.toLowerCase().trim());
  c.set('password', password);

  const now = Date.now();
  const logs = rules.map(({ seen }, index) => {
    const key = index === 0 ? c.var.account : String(c.req.header('x-real-ip'));
    const log = (seen[key] ??= []);
    while (log.length > 0 && log[0]! <= now - 60_000) log.shift();
    return log;
  });
  const fits = rules.every(({ q }, index) => logs[index]!.length < q);
  if (fits) for (const log of logs) log.push(now);

  const policy = rules.map(({ name, q }) => `"${name}";q=${q};w=60`).join(',');
  const left = rules.map(({ name, q }, index) => `"${name}";r=${q - logs[index]!.length}`).join(',');
  if (fits) await next();
  else {
    const free = rules.map(({ q }, index) => (logs[index]!.length < q ? now : logs[index]![0]! + 60_000));
    const seconds = Math.ceil((Math.max(...free) - now) / 1000);
    const document = { type: 'https://shop.example/problems/too-many-attempts', title: 'Slow down', status: 429 };
    c.res = new Response(JSON.stringify(document), {
      status: 429,
      headers: { 'content-type': 'application/problem+json', 'retry-after': `${seconds}` },
    });
  }
  c.res.headers.set('ratelimit-policy', policy);
  c.res.headers.set('ratelimit', left);
});

app.post('/sign-in', throttle, (c) => {
  const right = Object.hasOwn(passwords, c.var.account) && passwords[c.var.account] === c.var.password;
  return right ? c.json({ email: c.var.account }) : c.text('wrong', 401);
});

export default app;
