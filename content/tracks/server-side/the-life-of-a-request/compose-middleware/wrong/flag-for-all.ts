// caught by: serves requests that overlap
type Handler<Request, Response> = (request: Request) => Response | Promise<Response>;
type Middleware<Request, Response> = (request: Request, next: () => Promise<Response>) => Response | Promise<Response>;

export function compose<Request, Response>(
  middleware: Middleware<Request, Response>[],
  handler: Handler<Request, Response>,
): (request: Request) => Promise<Response> {
  const entered = new Set<number>();
  return (request) => {
    entered.clear();
    return enter(0, request);
  };

  async function enter(place: number, request: Request): Promise<Response> {
    if (place === middleware.length) return handler(request);
    return middleware[place](request, async () => {
      if (entered.has(place)) throw new Error('next was called twice');
      entered.add(place);
      return enter(place + 1, request);
    });
  }
}
