// caught by: answers HEAD like GET without a body
type Book = { id: number; title: string; priceCents: number };
type Request = { method: string; path: string };
type Answer = { status: number; headers: Record<string, string>; body: unknown };

function answer(status: number, body: unknown, more: Record<string, string> = {}): Answer {
  return { status, headers: { 'content-type': 'application/json', ...more }, body };
}
const failure = (status: number, title: string, more?: Record<string, string>) => answer(status, { title }, more);

export function handle({ method, path }: Request, books: Book[]): Answer {
  const [pathname] = path.split('?');
  const [, id] = /^\/books\/([^/]*)$/.exec(pathname) ?? [];
  const found = id === undefined ? failure(404, 'There is nothing here.') : show(method, id, books);
  return found;
}

function show(method: string, id: string, books: Book[]): Answer {
  if (method !== 'GET' && method !== 'HEAD') return failure(405, 'Use GET or HEAD.', { allow: 'GET, HEAD' });
  if (!/^[1-9][0-9]{0,8}$/.test(id)) return failure(400, 'The id must be a positive whole number.');
  const book = books.find((one) => one.id === Number(id));
  return book ? answer(200, book) : failure(404, 'There is no such book.');
}
