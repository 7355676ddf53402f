// caught by: enters the first layer first and leaves it last
type Handler<Request, Response> = (request: Request) => Response | Promise<Response>;
type Middleware<Request, Response> = (request: Request, next: () => Promise<Response>) => Response | Promise<Response>;

export function compose<Request, Response>(
  middleware: Middleware<Request, Response>[],
  handler: Handler<Request, Response>,
): (request: Request) => Promise<Response> {
  return (request) => enter(0, request);

  async function enter(place: number, request: Request): Promise<Response> {
    if (place === middleware.length) return handler(request);
    let called = false;
    return middleware[middleware.length - 1 - place](request, async () => {
      if (called) throw new Error('next was called twice');
      called = true;
      return enter(place + 1, request);
    });
  }
}
