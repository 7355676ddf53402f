export const httpFiles: Record<string, string> = {
  'starter.ts': `import { Hono } from 'hono';

export const app = new Hono();

// FILL IN what the learner begins with: it loads and fails the tests.
`,
  'solution.ts': service(`app.post('/numbers', async (c) => {
  const parsed = bodySchema.safeParse(await c.req.json().catch(() => null));
  if (!parsed.success) return c.json({ error: 'number is missing' }, 422);
  return c.json({ next: parsed.data.number + 1 }, 201);
});`),
  'tests.ts': `// FILL IN the rules of the task, one test for each, named as the specification would say it.
test('answers with the next number', async ({ request }) => {
  const answer = await request('POST', '/numbers', { json: { number: 1 } });
  expect(answer.status).toBe(201);
  expect(answer.json).toEqual({ next: 2 });
});
`,
  'hidden.ts': `// FILL IN the edge cases, and keep a random case against the reference.
test('refuses a body without a number', async ({ request }) => {
  expect((await request('POST', '/numbers', { json: {} })).status).toBe(422);
});

test('agrees with the reference on random numbers', async ({ request, reference, random }) => {
  const json = { number: random.int(-9, 9) };
  const expected = await reference.request('POST', '/numbers', { json });
  expect((await request('POST', '/numbers', { json })).json).toEqual(expected.json);
});
`,
  'alternatives/by-hand.ts': `// FILL IN another right solution, or remove this file if there is one natural way only.
import { Hono } from 'hono';

const app = new Hono();

app.post('/numbers', async (c) => {
  const body = (await c.req.json().catch(() => null)) as { number?: unknown } | null;
  if (typeof body?.number !== 'number') return c.json({ error: 'number is missing' }, 422);
  return c.json({ next: body.number + 1 }, 201);
});

export default app;
`,
  'wrong/first-mistake.ts': wrong('answers with the next number', 'a mistake that people really make', '201', 'number'),
  'wrong/second-mistake.ts': wrong('answers with the next number', 'another one', '200', 'number + 1'),
  'wrong/third-mistake.ts': wrong('refuses a body without a number', 'a third one', '201', 'number + 1'),
};

function service(handler: string): string {
  return `// FILL IN the reference, as a senior engineer would write it.
import { Hono } from 'hono';
import { z } from 'zod';

export const app = new Hono();

const bodySchema = z.object({ number: z.number() });

${handler}
`;
}

function wrong(test: string, what: string, status: string, answer: string): string {
  return `// caught by: ${test}
// FILL IN ${what}; the line above names the test that is about it.
import { Hono } from 'hono';

export const app = new Hono();

app.post('/numbers', async (c) => {
  const { number } = (await c.req.json()) as { number: number };
  return c.json({ next: ${answer} }, ${status});
});
`;
}
