test('reads the header without regard to case, spaces and parameters', async ({ call }) => {
  const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  for (const declared of [
    'IMAGE/PNG',
    ' image/png ',
    'image/png; charset=binary',
    'Image/Png;q=1',
    'Application/Octet-Stream ; x=y',
  ]) {
    expect(await call('checkImage', png, declared)).toEqual({ ok: true, type: 'image/png', extension: 'png' });
  }
});

test('recognises both versions of GIF and no third', async ({ call }) => {
  const gif = (version: number) => [0x47, 0x49, 0x46, 0x38, version, 0x61, 1, 0];
  expect(await call('checkImage', gif(0x37), null)).toEqual({ ok: true, type: 'image/gif', extension: 'gif' });
  expect(await call('checkImage', gif(0x38), null)).toEqual({ ok: false, reason: 'unknown-format' });
});

test('refuses a sound file that begins like a WebP picture', async ({ call }) => {
  const wav = [0x52, 0x49, 0x46, 0x46, 36, 1, 0, 0, 0x57, 0x41, 0x56, 0x45];
  expect(await call('checkImage', wav, 'image/webp')).toEqual({ ok: false, reason: 'unknown-format' });
});

test('refuses a file that ends in the middle of a signature', async ({ call }) => {
  for (const bytes of [
    [],
    [0xff],
    [0xff, 0xd8],
    [0x89, 0x50, 0x4e, 0x47],
    [0x52, 0x49, 0x46, 0x46, 36, 1, 0, 0, 0x57],
  ]) {
    expect(await call('checkImage', bytes, null)).toEqual({ ok: false, reason: 'unknown-format' });
  }
});

test('refuses a signature that does not stand at the beginning', async ({ call }) => {
  expect(await call('checkImage', [0, 0xff, 0xd8, 0xff, 0xe0], null)).toEqual({ ok: false, reason: 'unknown-format' });
});

test('agrees with the reference on random uploads', async ({ call, reference, random }) => {
  const starts = [
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    [0xff, 0xd8, 0xff],
    [0x47, 0x49, 0x46, 0x38, 0x39, 0x61],
    [0x52, 0x49, 0x46, 0x46, 1, 2, 3, 4, 0x57, 0x45, 0x42, 0x50],
    [0x52, 0x49, 0x46, 0x46],
    [0x25, 0x50, 0x44, 0x46],
  ];
  const labels = [
    'image/png',
    'image/jpeg',
    'IMAGE/GIF',
    'image/webp; x=1',
    'image/jpg',
    'application/octet-stream',
    null,
  ];
  for (let round = 0; round < 30; round++) {
    const bytes = [...random.pick(starts), ...Array.from({ length: random.int(0, 8) }, () => random.int(0, 255))];
    const declared = random.pick(labels);
    expect(await call('checkImage', bytes, declared)).toEqual(await reference.call('checkImage', bytes, declared));
  }
});
