// RFC 9110, section 12.5.1.
const table = 'text/*;q=0.3, text/plain;q=0.7, text/plain;format=flowed, text/plain;format=fixed;q=0.4, */*;q=0.5';

test('gives the qualities of the table in RFC 9110', async ({ call }) => {
  // The value of text/html;level=3 is that of erratum 7138.
  const expected = {
    'text/plain;format=flowed': 1,
    'text/plain': 0.7,
    'text/html': 0.3,
    'image/jpeg': 0.5,
    'text/plain;format=fixed': 0.4,
    'text/html;level=3': 0.3,
  };
  for (const [mediaType, value] of Object.entries(expected)) {
    expect({ mediaType, quality: await call('quality', table, mediaType) }).toEqual({ mediaType, quality: value });
  }
});

test('lets the most specific range decide, wherever it stands in the list', async ({ call }) => {
  expect(await call('quality', '*/*, text/*;q=0.2, text/csv;q=0.1', 'text/csv')).toBe(0.1);
  expect(await call('quality', 'text/csv;q=0.1, text/*;q=0.2, */*', 'text/csv')).toBe(0.1);
});

test('takes a range without a weight as 1', async ({ call }) => {
  // RFC 9110: "audio/*; q=0.2, audio/basic" prefers audio/basic, and any other audio at a fifth of that.
  expect(await call('quality', 'audio/*; q=0.2, audio/basic', 'audio/basic')).toBe(1);
  expect(await call('quality', 'audio/*; q=0.2, audio/basic', 'audio/mpeg')).toBe(0.2);
});

test('gives 0 to what no range matches', async ({ call }) => {
  expect(await call('quality', 'image/png, text/*', 'application/json')).toBe(0);
});

test('chooses the offer with the highest quality', async ({ call }) => {
  // RFC 9110: text/html and text/x-c are preferred, then text/x-dvi, then text/plain.
  const accept = 'text/plain; q=0.5, text/html, text/x-dvi; q=0.8, text/x-c';
  expect(await call('negotiate', accept, ['text/plain', 'text/x-dvi', 'text/html'])).toBe('text/html');
  expect(await call('negotiate', accept, ['text/plain', 'text/x-dvi'])).toBe('text/x-dvi');
});

test('chooses the first offer among equals', async ({ call }) => {
  expect(await call('negotiate', 'text/csv, application/json', ['application/json', 'text/csv'])).toBe(
    'application/json',
  );
});

test('returns null when nothing is acceptable', async ({ call }) => {
  expect(await call('negotiate', 'image/png', ['application/json', 'text/csv'])).toBe(null);
});
