test('answers as in the example', async ({ evaluate }) => {
  const seen = await evaluate(async ({ compose }) => {
    const app = compose(
      [
        async (request, next) => ({ ...(await next()), took: 'noted' }),
        (request, next) => (request.user ? next() : { status: 401 }),
      ],
      (request) => ({ status: 200, body: `Hello, ${request.user}` }),
    );
    return [await app({ user: 'Ada' }), await app({})];
  });
  expect(seen).toEqual([
    { status: 200, body: 'Hello, Ada', took: 'noted' },
    { status: 401, took: 'noted' },
  ]);
});

test('enters the first layer first and leaves it last', async ({ evaluate }) => {
  const log = await evaluate(async ({ compose }) => {
    const log: string[] = [];
    const layer = (name: string) => async (request, next) => {
      log.push(`into ${name}`);
      const response = await next();
      log.push(`out of ${name}`);
      return response;
    };
    await compose([layer('a'), layer('b')], () => log.push('handler'))({});
    return log;
  });
  expect(log).toEqual(['into a', 'into b', 'handler', 'out of b', 'out of a']);
});

test('runs nothing further in when a layer answers by itself', async ({ evaluate }) => {
  const seen = await evaluate(async ({ compose }) => {
    const ran: string[] = [];
    const app = compose([() => ({ status: 304 }), (request, next) => (ran.push('layer'), next())], () => {
      ran.push('handler');
      return { status: 200 };
    });
    return { response: await app({}), ran };
  });
  expect(seen).toEqual({ response: { status: 304 }, ran: [] });
});

test('works without any layer', async ({ evaluate }) => {
  expect(await evaluate(async ({ compose }) => compose([], (request) => request.id + 1)({ id: 1 }))).toBe(2);
});

test('rejects a second call of next and runs the handler once', async ({ evaluate }) => {
  const seen = await evaluate(async ({ compose }) => {
    let orders = 0;
    const app = compose(
      [
        async (request, next) => {
          await next();
          return next();
        },
      ],
      () => ++orders,
    );
    const outcome = await app({}).catch((error: Error) => error.message);
    return { outcome, orders };
  });
  expect(seen).toEqual({ outcome: 'next was called twice', orders: 1 });
});

test('lets a layer catch what is thrown further in', async ({ evaluate }) => {
  const response = await evaluate(async ({ compose }) => {
    const app = compose(
      [
        async (request, next) => {
          try {
            return await next();
          } catch (error) {
            return { status: 500, cause: (error as Error).message };
          }
        },
        (request, next) => next(),
      ],
      async () => {
        throw new Error('database down');
      },
    );
    return app({});
  });
  expect(response).toEqual({ status: 500, cause: 'database down' });
});
