// caught by: patch: lets the shop send it in a mail
import { Hono } from 'hono';
import { files, mail } from 'underpin';

export const app = new Hono();

type Gift = { to: string; from: string; note: string };

const signatures = new Map<string, string>();
const shop = async () => ({ name: 'The Bookshop', mailKey: await files.read('/srv/shop/mail.key') });

// The only templates there are. What somebody writes is a value in them, and each is rendered once.
const subjectTemplate = 'A gift from {{from}}';
const textTemplate = ['Dear {{to}},', '{{note}}', 'Yours,', '{{signature}}', 'Sent by {{shop.name}}'].join('\n\n');

async function letter({ to, from, note }: Gift) {
  const context = { to, from, note, signature: signatures.get(from) ?? from, shop: await shop() };
  return { subject: render(subjectTemplate, context), text: render(textTemplate, context) };
}

app.put('/signatures/:from', async (c) => {
  signatures.set(c.req.param('from'), String((await c.req.json()).signature));
  return c.body(null, 204);
});

app.post('/preview', async (c) => c.json(await letter(await c.req.json())));

app.post('/gifts', async (c) => {
  const { email, ...gift }: Gift & { email: string } = await c.req.json();
  const context = { ...gift, shop: await shop() };
  const text = `Dear {{to}},\n\n${gift.note}\n\nYours,\n\n${signatures.get(gift.from) ?? gift.from}`;
  const subject = `A gift from ${gift.from}`;
  await mail.send({ to: email, subject, text: render(`${text}\n\nSent by {{shop.name}}`, context) });
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
