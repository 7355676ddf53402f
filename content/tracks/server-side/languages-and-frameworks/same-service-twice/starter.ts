type Book = { id: number; title: string; priceCents: number };
type Request = { method: string; path: string };
type Answer = { status: number; headers: Record<string, string>; body: unknown };

export function handle(request: Request, books: Book[]): Answer {
  return { status: 200, headers: { 'content-type': 'application/json' }, body: books[0] };
}
