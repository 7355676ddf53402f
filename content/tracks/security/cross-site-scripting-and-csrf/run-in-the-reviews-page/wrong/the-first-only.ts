// caught by: patch: writes each special character twice, for code that replaces the first
import { Hono } from 'hono';

export const app = new Hono();

type Review = { author: string; website: string; text: string };

const reviews = new Map<string, Review[]>();

const references: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** For text and for quoted attributes. */
const escaped = (text: string) =>
  text.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;').replace('"', '&quot;').replace("'", '&#39;');

/** For a value in a script: the same to JavaScript, and no tag to the HTML parser, which comes first. */
const inScript = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');

const schemes = ['http:', 'https:'];

function link(website: string): string {
  if (!URL.canParse(website) || !schemes.includes(new URL(website).protocol)) return '';
  return ` <a class="website" href="${escaped(website)}">website</a>`;
}

const shown = ({ author, website, text }: Review) =>
  `<li><b title="${escaped(author)}">${escaped(author)}</b>${link(website)}
    <p class="text">${escaped(text)}</p></li>`;

app.post('/books/:book/reviews', async (c) => {
  const { author, website, text } = await c.req.json();
  const book = c.req.param('book');
  const all = reviews.get(book) ?? [];
  reviews.set(book, [...all, { author: String(author), website: String(website ?? ''), text: String(text) }]);
  return c.json({ stored: true }, 201);
});

app.get('/books/:book', (c) => {
  const book = c.req.param('book');
  const q = c.req.query('q') ?? '';
  return c.html(`<!doctype html>
<html lang="en">
<head><title>Reviews</title></head>
<body>
  <form><input name='q' value='${escaped(q)}'></form>
  <ul>${(reviews.get(book) ?? []).map(shown).join('\n')}</ul>
  <script id="shown">const shown = ${inScript({ book, q })};</script>
</body>
</html>`);
});
