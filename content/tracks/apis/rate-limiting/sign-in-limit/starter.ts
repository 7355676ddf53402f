import { Hono } from 'hono';

export const app = new Hono();

const passwords = new Map([
  ['ada@shop.example', 'correct horse'],
  ['ben@shop.example', 'battery staple'],
]);

/** In the shop this compares with a slow hash. */
const isRight = (account: string, password: string) => passwords.get(account) === password;

app.post('/sign-in', async (c) => {
  const { email, password } = await c.req.json();
  return isRight(email, password) ? c.json({ email }) : c.text('no such account', 404);
});
