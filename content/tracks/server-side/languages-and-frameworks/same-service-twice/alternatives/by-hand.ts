type Book = { id: number; title: string; priceCents: number };

export function handle(request: { method: string; path: string }, books: Book[]) {
  const end = request.path.indexOf('?');
  const parts = (end < 0 ? request.path : request.path.slice(0, end)).split('/');
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  const isHead = request.method === 'HEAD';
  const reply = (status: number, body: object) => ({ status, headers, body: isHead ? null : body });

  if (parts.length !== 3 || parts[0] !== '' || parts[1] !== 'books')
    return reply(404, { title: 'There is nothing here.' });
  if (!isHead && request.method !== 'GET') {
    headers.allow = 'GET, HEAD';
    return reply(405, { title: 'Use GET or HEAD.' });
  }
  const id = parts[2];
  const digits = [...id].every((character) => character >= '0' && character <= '9');
  if (!digits || id === '' || id.length > 9 || id[0] === '0')
    return reply(400, { title: 'The id must be a positive whole number.' });
  for (const book of books) if (String(book.id) === id) return reply(200, { ...book });
  return reply(404, { title: 'There is no such book.' });
}
