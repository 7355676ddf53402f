test('answers 304 when the client has what is current', async ({ call }) => {
  expect(await call('evaluatePreconditions', { method: 'GET', etag: '"v7"', ifNoneMatch: '"v7"' })).toBe(304);
  expect(await call('evaluatePreconditions', { method: 'HEAD', etag: '"v7"', ifNoneMatch: '"v6", "v7"' })).toBe(304);
  expect(await call('evaluatePreconditions', { method: 'GET', etag: '"v8"', ifNoneMatch: '"v6", "v7"' })).toBe(
    'proceed',
  );
});

test('answers 412 when somebody else has written in between', async ({ call }) => {
  expect(await call('evaluatePreconditions', { method: 'PUT', etag: '"v8"', ifMatch: '"v7"' })).toBe(412);
  expect(await call('evaluatePreconditions', { method: 'PUT', etag: '"v7"', ifMatch: '"v7"' })).toBe('proceed');
});

test('goes on without conditions', async ({ call }) => {
  expect(await call('evaluatePreconditions', { method: 'GET', etag: '"v7"' })).toBe('proceed');
  expect(await call('evaluatePreconditions', { method: 'PUT', etag: null })).toBe('proceed');
});

test('compares strongly for If-Match', async ({ call }) => {
  // RFC 9110, section 8.8.3.2: the column of the strong comparison.
  const table = [
    ['W/"1"', 'W/"1"', 412],
    ['W/"1"', 'W/"2"', 412],
    ['W/"1"', '"1"', 412],
    ['"1"', 'W/"1"', 412],
    ['"1"', '"1"', 'proceed'],
  ] as const;
  for (const [etag, ifMatch, result] of table) {
    const actual = await call('evaluatePreconditions', { method: 'PUT', etag, ifMatch });
    expect({ etag, ifMatch, result: actual }).toEqual({ etag, ifMatch, result });
  }
});

test('compares weakly for If-None-Match', async ({ call }) => {
  // RFC 9110, section 8.8.3.2: the column of the weak comparison.
  const table = [
    ['W/"1"', 'W/"1"', 304],
    ['W/"1"', 'W/"2"', 'proceed'],
    ['W/"1"', '"1"', 304],
    ['"1"', 'W/"1"', 304],
    ['"1"', '"1"', 304],
  ] as const;
  for (const [etag, ifNoneMatch, result] of table) {
    const actual = await call('evaluatePreconditions', { method: 'GET', etag, ifNoneMatch });
    expect({ etag, ifNoneMatch, result: actual }).toEqual({ etag, ifNoneMatch, result });
  }
});

test('lets If-None-Match: * create and not overwrite', async ({ call }) => {
  expect(await call('evaluatePreconditions', { method: 'PUT', etag: null, ifNoneMatch: '*' })).toBe('proceed');
  expect(await call('evaluatePreconditions', { method: 'PUT', etag: '"v1"', ifNoneMatch: '*' })).toBe(412);
});
