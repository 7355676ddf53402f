const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13];
const jpeg = [0xff, 0xd8, 0xff, 0xe0, 0, 16];
const gif = [0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 1, 0];
const webp = [0x52, 0x49, 0x46, 0x46, 36, 1, 0, 0, 0x57, 0x45, 0x42, 0x50, 0x56, 0x50];

test('recognises each format by its first bytes', async ({ call }) => {
  expect(await call('checkImage', png, 'image/png')).toEqual({ ok: true, type: 'image/png', extension: 'png' });
  expect(await call('checkImage', jpeg, 'image/jpeg')).toEqual({ ok: true, type: 'image/jpeg', extension: 'jpg' });
  expect(await call('checkImage', gif, 'image/gif')).toEqual({ ok: true, type: 'image/gif', extension: 'gif' });
  expect(await call('checkImage', webp, 'image/webp')).toEqual({ ok: true, type: 'image/webp', extension: 'webp' });
});

test('refuses a page that is labelled as a picture', async ({ call }) => {
  const page = [...'<!doctype html>'].map((character) => character.charCodeAt(0));
  expect(await call('checkImage', page, 'image/png')).toEqual({ ok: false, reason: 'unknown-format' });
});

test('refuses a picture that is labelled as another format', async ({ call }) => {
  expect(await call('checkImage', png, 'image/jpeg')).toEqual({ ok: false, reason: 'type-mismatch' });
  expect(await call('checkImage', jpeg, 'text/html')).toEqual({ ok: false, reason: 'type-mismatch' });
});

test('lets the bytes decide when the label says nothing', async ({ call }) => {
  expect(await call('checkImage', png, null)).toEqual({ ok: true, type: 'image/png', extension: 'png' });
  expect(await call('checkImage', png, 'application/octet-stream')).toEqual({
    ok: true,
    type: 'image/png',
    extension: 'png',
  });
});

test('takes image/jpg for image/jpeg', async ({ call }) => {
  expect(await call('checkImage', jpeg, 'image/jpg')).toEqual({ ok: true, type: 'image/jpeg', extension: 'jpg' });
});
