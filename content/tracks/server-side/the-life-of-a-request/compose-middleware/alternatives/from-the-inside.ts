type Handler<Request, Response> = (request: Request) => Response | Promise<Response>;
type Middleware<Request, Response> = (request: Request, next: () => Promise<Response>) => Response | Promise<Response>;

export function compose<Request, Response>(
  middleware: Middleware<Request, Response>[],
  handler: Handler<Request, Response>,
): (request: Request) => Promise<Response> {
  const app = middleware.reduceRight<(request: Request) => Promise<Response>>(
    (inner, layer) => async (request) => {
      let response: Promise<Response> | undefined;
      return layer(request, () => {
        if (response !== undefined) return Promise.reject(new Error('next was called twice'));
        response = inner(request);
        return response;
      });
    },
    async (request) => handler(request),
  );
  return app;
}
