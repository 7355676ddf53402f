import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';

export const app = new Hono();

class Problem extends HTTPException {
  more: object;
  constructor(status: 400 | 404 | 409 | 422, title: string, more = {}) {
    super(status, { message: title });
    this.more = more;
  }
}
app.onError((error, c) => {
  if (!(error instanceof Problem)) return c.text('broken', 500);
  const { status, message, more } = error;
  return new Response(
    JSON.stringify({ type: `/problems/${status}`, title: message, status, detail: message, ...more }),
    {
      status,
      headers: { 'content-type': 'application/problem+json; charset=utf-8' },
    },
  );
});

const balances: Record<string, number> = {};
const sold: Record<string, { amountCents: number; message: string | null }> = {};
const show = (code: string) => ({
  message: sold[code]!.message,
  balanceCents: balances[code],
  amountCents: sold[code]!.amountCents,
  code,
});
const find = (code: string) => {
  if (!Object.hasOwn(sold, code)) throw new Problem(404, 'not found');
  return code;
};

const isWhole = (value: unknown, min: number, max: number) =>
  typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;

async function bodyOf(request: Request, names: string[]): Promise<Record<string, any>> {
  let body;
  try {
    body = JSON.parse(await request.text());
  } catch {
    throw new Problem(400, 'not json');
  }
  const fits =
    typeof body === 'object' &&
    body !== null &&
    !Array.isArray(body) &&
    Object.keys(body).every((key) => names.includes(key));
  if (!fits) throw new Problem(422, 'not as described');
  return body;
}

let count = 0;

app.post('/gift-cards', async (c) => {
  const { amountCents, message = null } = await bodyOf(c.req.raw, ['amountCents', 'message']);
  const isText = message === null || (typeof message === 'string' && Array.from(message).length <= 200);
  if (!isWhole(amountCents, 500, 20000) || !isText) throw new Problem(422, 'not as described');
  // A counter in front makes each different, whatever the rest is.
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  let code = '';
  for (let i = 0, rest = count++; i < 4; i++, rest = Math.floor(rest / 32)) code += letters[rest % 32];
  while (code.length < 8) code += letters[Math.floor(Math.random() * 32)];
  balances[code] = amountCents;
  sold[code] = { amountCents, message };
  c.header('location', '/gift-cards/' + code);
  return c.json(show(code), 201);
});

app.get('/gift-cards/:code', (c) => c.json(show(find(c.req.param('code')))));

app.post('/gift-cards/:code/redemptions', async (c) => {
  const code = find(c.req.param('code'));
  const { amountCents } = await bodyOf(c.req.raw, ['amountCents']);
  if (!isWhole(amountCents, 1, Infinity)) throw new Problem(422, 'not as described');
  if (balances[code]! < amountCents) throw new Problem(409, 'too little', { balanceCents: balances[code] });
  balances[code]! -= amountCents;
  return c.json(show(code));
});
