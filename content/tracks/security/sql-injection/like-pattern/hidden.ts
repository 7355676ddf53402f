/** Whether PostgreSQL's LIKE, with its default escape character, finds `text` with `pattern`. */
function like(text: string, pattern: string): boolean {
  let source = '';
  for (let i = 0; i < pattern.length; i++) {
    let character = pattern[i]!;
    if (character === '%') source += '[\\s\\S]*';
    else if (character === '_') source += '[\\s\\S]';
    else {
      if (character === '\\') {
        character = pattern[++i] ?? '';
        if (character === '') throw new Error('LIKE pattern must not end with escape character');
      }
      source += character.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
    }
  }
  return new RegExp(`^${source}$`, 'u').test(text);
}

const found = (texts: string[], pattern: unknown) => texts.filter((text) => like(text, String(pattern)));

test('a backslash in the term stands for itself', async ({ call }) => {
  const pattern = await call('containsPattern', 'C:\\new');
  expect(found(['See C:\\new folder', 'See C:new folder'], pattern)).toEqual(['See C:\\new folder']);
  const atEnd = await call('containsPattern', 'C:\\');
  expect(found(['C:\\', 'C:\\temp', 'C:%'], atEnd)).toEqual(['C:\\', 'C:\\temp']);
});

test('escapes every occurrence, not only the first', async ({ call }) => {
  const pattern = await call('containsPattern', '%_%_');
  expect(found(['a%_%_b', 'a%_xyb', 'a%_%xb'], pattern)).toEqual(['a%_%_b']);
});

test('finds everything for an empty term', async ({ call }) => {
  const pattern = await call('containsPattern', '');
  expect(found(['', 'a', '%'], pattern)).toEqual(['', 'a', '%']);
});

test('keeps characters that mean something elsewhere', async ({ call }) => {
  const pattern = await call('containsPattern', "it's $& (a+b)*");
  expect(found(["so it's $& (a+b)*!", 'so its'], pattern)).toEqual(["so it's $& (a+b)*!"]);
});

test('finds exactly the texts that contain a random term', async ({ call, reference, random }) => {
  const alphabet = '%_\\ab';
  const term = random.string(random.int(1, 4), alphabet);
  const texts = [term, ...Array.from({ length: 200 }, () => random.string(random.int(0, 8), alphabet))];
  const expected = texts.filter((text) => text.includes(term));
  expect(found(texts, await reference.call('containsPattern', term))).toEqual(expected);
  expect(found(texts, await call('containsPattern', term))).toEqual(expected);
});
