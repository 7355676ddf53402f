test('compares the parameters as numbers', async ({ call }) => {
  // As text '9000' is greater than '19456', and '10' is less than '2'.
  const policy = { memoryKib: 19456, passes: 2, lanes: 1 };
  expect(await call('needsRehash', '$argon2id$v=19$m=9000,t=2,p=1$c29tZXNhbHQ$RdescudvJCs', policy)).toBe(true);
  expect(await call('needsRehash', '$argon2id$v=19$m=19456,t=10,p=1$c29tZXNhbHQ$RdescudvJCs', policy)).toBe(false);
});

test('accepts the parameters in any order', async ({ call }) => {
  const policy = { memoryKib: 19456, passes: 2, lanes: 1 };
  expect(await call('needsRehash', '$argon2id$v=19$p=1,t=2,m=19456$c29tZXNhbHQ$RdescudvJCs', policy)).toBe(false);
});

test('replaces a string with a missing, doubled or unknown parameter', async ({ call }) => {
  const policy = { memoryKib: 19456, passes: 2, lanes: 1 };
  for (const parameters of [
    'm=65536,t=3',
    'm=65536,t=3,p=1,p=1',
    'm=65536,t=3,p=1,keyid=Zm9v',
    'm=65536,t=3,m=65536',
  ]) {
    expect(await call('needsRehash', `$argon2id$v=19$${parameters}$c29tZXNhbHQ$RdescudvJCs`, policy)).toBe(true);
  }
});

test('replaces a string of another version or without one', async ({ call }) => {
  const policy = { memoryKib: 19456, passes: 2, lanes: 1 };
  for (const stored of [
    '$argon2id$v=16$m=65536,t=3,p=1$c29tZXNhbHQ$RdescudvJCs',
    '$argon2id$m=65536,t=3,p=1$c29tZXNhbHQ$RdescudvJCs',
  ]) {
    expect(await call('needsRehash', stored, policy)).toBe(true);
  }
});

test('replaces whatever is not a complete string of this form, without throwing', async ({ call }) => {
  const policy = { memoryKib: 19456, passes: 2, lanes: 1 };
  const good = '$argon2id$v=19$m=65536,t=3,p=1$c29tZXNhbHQ$RdescudvJCs';
  for (const stored of [
    '',
    null,
    42,
    {},
    'sunshine',
    '$argon2id$v=19$m=65536,t=3,p=1$$RdescudvJCs',
    '$argon2id$v=19$m=65536,t=3,p=1$c29tZXNhbHQ$',
    '$argon2id$v=19$m=65536,t=3,p=1$c29tZXNhbHQ',
    '$argon2id$v=19$m=065536,t=3,p=1$c29tZXNhbHQ$RdescudvJCs',
    '$argon2id$v=19$m=65536,t=+3,p=1$c29tZXNhbHQ$RdescudvJCs',
    `x${good}`,
    `${good}$more`,
    '$argon2id$v=19$m=65536,t=3,p=1$c29t!XNhbHQ$RdescudvJCs',
  ]) {
    expect(await call('needsRehash', stored, policy)).toBe(true);
  }
});

test('agrees with the reference on random parameters', async ({ call, reference, random }) => {
  const policy = { memoryKib: random.int(8000, 12_000), passes: random.int(1, 4), lanes: random.int(1, 4) };
  for (let round = 0; round < 20; round++) {
    const parameters = random
      .shuffle([`m=${random.int(8000, 12_000)}`, `t=${random.int(1, 12)}`, `p=${random.int(1, 4)}`])
      .join(',');
    const stored = `$argon2id$v=19$${parameters}$${random.string(11)}$${random.string(22)}`;
    expect(await call('needsRehash', stored, policy)).toBe(await reference.call('needsRehash', stored, policy));
  }
});
