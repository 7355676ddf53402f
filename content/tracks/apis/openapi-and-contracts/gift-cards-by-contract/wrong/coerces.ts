// caught by: answers bodies that do not fit with 422
import { Hono } from 'hono';
import type { Context } from 'hono';
import { z } from 'zod';

export const app = new Hono();

type GiftCard = { code: string; amountCents: number; balanceCents: number; message: string | null };
const cards = new Map<string, GiftCard>();

const creation = z.strictObject({
  amountCents: z.coerce.number().int().min(500).max(20_000),
  message: z.string().max(200).nullish(),
});
const redemption = z.strictObject({ amountCents: z.int().min(1) });

const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
function newCode(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  const code = Array.from(bytes, (byte) => alphabet[byte % alphabet.length]).join('');
  return cards.has(code) ? newCode() : code;
}

function problem(c: Context, status: 400 | 404 | 409 | 422, title: string, more: object = {}) {
  return c.body(JSON.stringify({ type: 'about:blank', title, status, ...more }), status, {
    'content-type': 'application/problem+json',
  });
}

/** The body as its schema describes it, or the problem with it. */
async function read<Body>(c: Context, schema: z.ZodType<Body>) {
  const json = await c.req.json().then(
    (value: unknown) => ({ value }),
    () => null,
  );
  if (!json) return { problem: problem(c, 400, 'The body is not JSON.') };
  const parsed = schema.safeParse(json.value);
  if (!parsed.success) return { problem: problem(c, 422, 'The body does not satisfy its schema.') };
  return { body: parsed.data };
}

app.post('/gift-cards', async (c) => {
  const { body, problem } = await read(c, creation);
  if (problem) return problem;
  const { amountCents, message = null } = body;
  const card: GiftCard = { code: newCode(), amountCents, balanceCents: amountCents, message };
  cards.set(card.code, card);
  return c.json(card, 201, { Location: `/gift-cards/${card.code}` });
});

app.get('/gift-cards/:code', (c) => {
  const card = cards.get(c.req.param('code'));
  return card ? c.json(card) : problem(c, 404, 'There is no such gift card.');
});

app.post('/gift-cards/:code/redemptions', async (c) => {
  const card = cards.get(c.req.param('code'));
  if (!card) return problem(c, 404, 'There is no such gift card.');
  const { body, problem: refusal } = await read(c, redemption);
  if (refusal) return refusal;
  // From here on nothing waits, so that two redemptions cannot both see the old balance.
  if (body.amountCents > card.balanceCents) {
    return problem(c, 409, 'The balance is too small.', { balanceCents: card.balanceCents });
  }
  card.balanceCents -= body.amountCents;
  return c.json(card);
});
