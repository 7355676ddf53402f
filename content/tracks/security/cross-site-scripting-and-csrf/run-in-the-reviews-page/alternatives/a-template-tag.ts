import { Hono } from 'hono';

const app = new Hono();
const books: Record<string, { author: string; website: string; text: string }[]> = Object.create(null);

/** Markup that needs no encoding any more. */
class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}
const encode = (value: unknown): string => {
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map(encode).join('');
  return Array.from(String(value), (char) =>
    /[a-z0-9 ]/i.test(char) ? char : `&#x${char.codePointAt(0)!.toString(16)};`,
  ).join('');
};
const html = (strings: TemplateStringsArray, ...values: unknown[]) =>
  new Markup(strings.reduce((text, part, at) => text + encode(values[at - 1]) + part));

app.post('/books/:book/reviews', async (c) => {
  (books[c.req.param('book')] ??= []).push(await c.req.json());
  return c.body(null, 201);
});

app.get('/books/:book', (c) => {
  const book = c.req.param('book');
  const q = c.req.query('q') ?? '';
  const data = JSON.stringify({ book, q }).replace(/[<>&]/g, (char) => `\\u00${char.charCodeAt(0).toString(16)}`);
  const page = html`<!doctype html><title>Reviews</title><input name="q" value="${q}" /> ${(books[book] ?? []).map(
      ({ author, website, text }) =>
        html`<div>
          <b title="${author}">${author}</b>${
            /^https?:\/\//i.test(website) ? html`<a class="website" href="${website}">website</a>` : ''
          }
          <p class="text">${text}</p>
        </div>`,
    )}
    <script id="shown">
      const shown = ${new Markup(data)};
    </script>`;
  return c.html(page.text);
});

export default app;
