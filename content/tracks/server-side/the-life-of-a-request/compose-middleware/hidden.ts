test('turns what a layer throws at once into a rejection', async ({ evaluate }) => {
  const outcome = await evaluate(async ({ compose }) => {
    const app = compose(
      [
        () => {
          throw new Error('no token');
        },
      ],
      () => 'fine',
    );
    try {
      return await app({}).catch((error: Error) => `rejected: ${error.message}`);
    } catch (error) {
      return `thrown: ${(error as Error).message}`;
    }
  });
  expect(outcome).toBe('rejected: no token');
});

test('returns a promise from next even when the next layer throws at once', async ({ evaluate }) => {
  const outcome = await evaluate(async ({ compose }) =>
    compose([(request, next) => next().catch((error: Error) => `caught: ${error.message}`)], () => {
      throw new Error('at once');
    })({}),
  );
  expect(outcome).toBe('caught: at once');
});

test('serves requests that overlap', async ({ evaluate }) => {
  const answers = await evaluate(async ({ compose }) => {
    const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    const app = compose(
      [
        async (request, next) => {
          await wait(request.ms);
          return next();
        },
        (request, next) => next(),
      ],
      async (request) => {
        await wait(10);
        return request.id;
      },
    );
    const answer = (request: object) => app(request).catch((error: Error) => error.message);
    return Promise.all([answer({ id: 'a', ms: 30 }), answer({ id: 'b', ms: 10 }), answer({ id: 'c', ms: 20 })]);
  });
  expect(answers).toEqual(['a', 'b', 'c']);
});

test('hands the same request to every layer', async ({ evaluate }) => {
  const seen = await evaluate(async ({ compose }) => {
    const mark = (name: string) => (request, next) => {
      request.path.push(name);
      return next();
    };
    return compose([mark('a'), mark('b')], (request) => request.path)({ path: [] });
  });
  expect(seen).toEqual(['a', 'b']);
});

test('agrees with the reference on random layers', async ({ evaluate, reference, random }) => {
  const layers = Array.from({ length: random.int(1, 8) }, () => ({
    kind: random.pick(['pass', 'pass', 'pass', 'catch', 'twice', 'answer', 'throw']),
    ms: random.int(0, 3) * 10,
  }));
  const play = async ({ compose }, layers) => {
    const log: string[] = [];
    const app = compose(
      layers.map(({ kind, ms }, place) => async (request, next) => {
        log.push(`in ${place}`);
        if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
        if (kind === 'answer') return `answer ${place}`;
        if (kind === 'throw') throw new Error(`error ${place}`);
        try {
          const response = await next();
          if (kind === 'twice') await next();
          log.push(`out ${place}`);
          return response;
        } catch (error) {
          if (kind === 'catch') return `${(error as Error).message}, caught ${place}`;
          throw error;
        }
      }),
      () => 'handled',
    );
    const outcome = await app({}).catch((error: Error) => `rejected: ${error.message}`);
    return { log, outcome };
  };
  expect(await evaluate(play, layers)).toEqual(await reference.evaluate(play, layers));
});
