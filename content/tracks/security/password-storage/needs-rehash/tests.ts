test('keeps a hash that meets the policy exactly', async ({ call }) => {
  const policy = { memoryKib: 19456, passes: 2, lanes: 1 };
  expect(await call('needsRehash', '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$RdescudvJCs', policy)).toBe(false);
});

test('keeps a hash that costs more than the policy asks for', async ({ call }) => {
  const policy = { memoryKib: 19456, passes: 2, lanes: 1 };
  expect(await call('needsRehash', '$argon2id$v=19$m=65536,t=3,p=1$c29tZXNhbHQ$RdescudvJCs', policy)).toBe(false);
});

test('replaces a hash with less memory, fewer passes or other lanes', async ({ call }) => {
  const policy = { memoryKib: 65536, passes: 3, lanes: 4 };
  for (const parameters of ['m=65535,t=3,p=4', 'm=65536,t=2,p=4', 'm=65536,t=3,p=1', 'm=65536,t=3,p=8']) {
    expect(await call('needsRehash', `$argon2id$v=19$${parameters}$c29tZXNhbHQ$RdescudvJCs`, policy)).toBe(true);
  }
});

test('replaces argon2i, argon2d and bcrypt', async ({ call }) => {
  const policy = { memoryKib: 19456, passes: 2, lanes: 1 };
  for (const stored of [
    '$argon2i$v=19$m=65536,t=3,p=1$c29tZXNhbHQ$RdescudvJCs',
    '$argon2d$v=19$m=65536,t=3,p=1$c29tZXNhbHQ$RdescudvJCs',
    '$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy',
  ]) {
    expect(await call('needsRehash', stored, policy)).toBe(true);
  }
});
