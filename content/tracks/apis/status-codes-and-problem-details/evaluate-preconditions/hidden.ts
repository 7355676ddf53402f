test('answers a write that If-None-Match forbids with 412, never with 304', async ({ call }) => {
  for (const method of ['PUT', 'PATCH', 'DELETE', 'POST']) {
    const result = await call('evaluatePreconditions', { method, etag: '"v7"', ifNoneMatch: 'W/"v7"' });
    expect({ method, result }).toEqual({ method, result: 412 });
  }
});

test('reads a comma inside a tag as part of the tag', async ({ call }) => {
  const etag = '"a,b"';
  expect(await call('evaluatePreconditions', { method: 'GET', etag, ifNoneMatch: '"x","a,b"' })).toBe(304);
  expect(await call('evaluatePreconditions', { method: 'PUT', etag, ifMatch: '"a,b" , "c"' })).toBe('proceed');
  expect(await call('evaluatePreconditions', { method: 'GET', etag: '"b"', ifNoneMatch: '"a,b"' })).toBe('proceed');
});

test('compares whole tags, not parts of them', async ({ call }) => {
  expect(await call('evaluatePreconditions', { method: 'GET', etag: '"7"', ifNoneMatch: '"17", "77"' })).toBe(
    'proceed',
  );
  expect(await call('evaluatePreconditions', { method: 'PUT', etag: '"7"', ifMatch: '"17"' })).toBe(412);
});

test('tells upper and lower case apart between the quotes', async ({ call }) => {
  expect(await call('evaluatePreconditions', { method: 'GET', etag: '"abc"', ifNoneMatch: '"ABC"' })).toBe('proceed');
});

test('lets If-Match: * overwrite whatever exists and create nothing', async ({ call }) => {
  expect(await call('evaluatePreconditions', { method: 'PUT', etag: 'W/"v1"', ifMatch: '*' })).toBe('proceed');
  expect(await call('evaluatePreconditions', { method: 'PUT', etag: null, ifMatch: '*' })).toBe(412);
  expect(await call('evaluatePreconditions', { method: 'PUT', etag: null, ifMatch: '"v1"' })).toBe(412);
});

test('takes "*" between quotes for a tag like any other', async ({ call }) => {
  expect(await call('evaluatePreconditions', { method: 'PUT', etag: '"v1"', ifMatch: '"*"' })).toBe(412);
});

test('looks at If-Match first and at If-None-Match after it', async ({ call }) => {
  const both = { method: 'GET', etag: '"v2"', ifMatch: '"v1"', ifNoneMatch: '"v2"' };
  expect(await call('evaluatePreconditions', both)).toBe(412);
  expect(await call('evaluatePreconditions', { ...both, ifMatch: '"v2"' })).toBe(304);
  expect(await call('evaluatePreconditions', { ...both, ifMatch: '*', ifNoneMatch: '"v1"' })).toBe('proceed');
});

test('agrees with the reference on random requests', async ({ call, reference, random }) => {
  const tag = () => `${random.bool() ? 'W/' : ''}"${random.pick(['a', 'b', 'a,b', 'A'])}"`;
  const field = () => {
    if (random.bool()) return undefined;
    return random.int(0, 4) === 0 ? '*' : Array.from({ length: random.int(1, 3) }, tag).join(random.pick([', ', ',']));
  };
  for (let i = 0; i < 40; i++) {
    const exists = random.int(0, 4) > 0;
    const method = exists ? random.pick(['GET', 'HEAD', 'PUT', 'DELETE']) : 'PUT';
    const request = { method, etag: exists ? tag() : null, ifMatch: field(), ifNoneMatch: field() };
    const result = await call('evaluatePreconditions', request);
    const expected = await reference.call('evaluatePreconditions', request);
    expect({ ...request, result }).toEqual({ ...request, result: expected });
  }
});
