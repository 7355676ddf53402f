// caught by: turns what a layer throws at once into a rejection
type Handler<Request, Response> = (request: Request) => Response | Promise<Response>;
type Middleware<Request, Response> = (request: Request, next: () => Promise<Response>) => Response | Promise<Response>;

export function compose<Request, Response>(
  middleware: Middleware<Request, Response>[],
  handler: Handler<Request, Response>,
): (request: Request) => Promise<Response> {
  return (request) => enter(0, request);

  function enter(place: number, request: Request): Promise<Response> {
    if (place === middleware.length) return Promise.resolve(handler(request));
    let called = false;
    const response = middleware[place](request, async () => {
      if (called) throw new Error('next was called twice');
      called = true;
      return enter(place + 1, request);
    });
    return Promise.resolve(response);
  }
}
