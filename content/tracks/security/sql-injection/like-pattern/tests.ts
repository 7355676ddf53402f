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

test('finds a text that contains the term anywhere', async ({ call }) => {
  const pattern = await call('containsPattern', 'lock');
  expect(found(['lock', 'A Field Guide to locks', 'padlock', 'Loch Ness', 'lo ck'], pattern)).toEqual([
    'lock',
    'A Field Guide to locks',
    'padlock',
  ]);
});

test('a percent sign in the term stands for itself', async ({ call }) => {
  const pattern = await call('containsPattern', '100%');
  expect(found(['100% Wool', 'Only 100%', '1001 Nights', '100'], pattern)).toEqual(['100% Wool', 'Only 100%']);
});

test('an underscore in the term stands for itself', async ({ call }) => {
  const pattern = await call('containsPattern', 'snake_case');
  expect(found(['On snake_case', 'On snakeXcase', 'On snakecase'], pattern)).toEqual(['On snake_case']);
});
