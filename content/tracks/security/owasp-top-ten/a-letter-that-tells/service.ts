import { Hono } from 'hono';
import { files, mail } from 'underpin';

export const app = new Hono();

type Gift = { to: string; from: string; note: string };

const signatures = new Map<string, string>();
const shop = async () => ({ name: 'The Bookshop', mailKey: await files.read('/srv/shop/mail.key') });

app.put('/signatures/:from', async (c) => {
  signatures.set(c.req.param('from'), String((await c.req.json()).signature));
  return c.body(null, 204);
});

app.post('/preview', async (c) => {
  const { to, from, note }: Gift = await c.req.json();
  const context = { to, from, shop: await shop() };
  const letter = render(`Dear {{to}},\n\n${note}\n\nYours,\n\n${signatures.get(from) ?? from}`, context);
  const text = render(`${letter}\n\nSent by {{shop.name}}`, context);
  return c.json({ subject: render(`A gift from ${from}`, context), text });
});

app.post('/gifts', async (c) => {
  const { to, from, note, email }: Gift & { email: string } = await c.req.json();
  const context = { to, from, shop: await shop() };
  const letter = render(`Dear {{to}},\n\n${note}\n\nYours,\n\n${signatures.get(from) ?? from}`, context);
  const text = render(`${letter}\n\nSent by {{shop.name}}`, context);
  await mail.send({ to: email, subject: render(`A gift from ${from}`, context), text });
  return c.body(null, 202);
});

// ---- Below this line is the template engine. It is no part of the patch: leave it as it is. ----

/** Puts the values of a context in place of {{ names }}; `{{ name | upper }}` and `lower` change letters. One pass. */
function render(template: string, context: object): string {
  return template.replace(
    /\{\{\s*([\w.]+)\s*(?:\|\s*(upper|lower)\s*)?\}\}/g,
    (_all, path: string, filter?: string) => {
      let value: unknown = context;
      for (const name of path.split('.')) {
        const holder = value;
        value =
          typeof holder === 'object' && holder !== null && Object.hasOwn(holder, name) ? Reflect.get(holder, name) : '';
      }
      const text = String(value);
      if (filter === 'upper') return text.toUpperCase();
      return filter === 'lower' ? text.toLowerCase() : text;
    },
  );
}
