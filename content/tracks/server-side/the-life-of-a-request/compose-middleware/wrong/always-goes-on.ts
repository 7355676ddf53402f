// caught by: runs nothing further in when a layer answers by itself
type Handler<Request, Response> = (request: Request) => Response | Promise<Response>;
type Middleware<Request, Response> = (request: Request, next: () => Promise<Response>) => Response | Promise<Response>;

export function compose<Request, Response>(
  middleware: Middleware<Request, Response>[],
  handler: Handler<Request, Response>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    let response: Promise<Response> | undefined;
    const results: (Response | Promise<Response>)[] = [];
    const rest = async () => (response ??= Promise.resolve(handler(request)));
    for (const layer of middleware) results.push(layer(request, rest));
    await rest();
    return results[0] ?? rest();
  };
}
