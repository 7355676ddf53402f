test('starts each service after what it needs, the alphabetically first one first', async ({ call }) => {
  const needs = { web: ['api'], api: ['database', 'cache'], cache: [], database: [], mail: ['cache'] };
  expect(await call('startOrder', needs)).toEqual(['cache', 'database', 'api', 'mail', 'web']);
});

test('starts services without needs in alphabetical order', async ({ call }) => {
  expect(await call('startOrder', { delta: [], alpha: [], charlie: [], bravo: [] })).toEqual([
    'alpha',
    'bravo',
    'charlie',
    'delta',
  ]);
  expect(await call('startOrder', {})).toEqual([]);
});

test('starts what has just become ready, where it comes before others', async ({ call }) => {
  expect(await call('startOrder', { zulu: [], bravo: ['alpha'], alpha: [], yankee: [] })).toEqual([
    'alpha',
    'bravo',
    'yankee',
    'zulu',
  ]);
});

test('does not start something early because the first service needs it', async ({ call }) => {
  expect(await call('startOrder', { alpha: ['zulu'], bravo: [], zulu: [] })).toEqual(['bravo', 'zulu', 'alpha']);
});

test('counts a need that stands there twice once', async ({ call }) => {
  expect(await call('startOrder', { alpha: ['bravo', 'bravo'], bravo: [] })).toEqual(['bravo', 'alpha']);
});

test('refuses a need that is not known, and names it', async ({ throws, language }) => {
  const error = await throws('startOrder', { alpha: ['quebec'], bravo: [] });
  expect(error.message).toContain('quebec');
  if (language === 'python') expect(error.name).toBe('ValueError');
});

test('names the services of a circle and no others', async ({ throws, language }) => {
  const needs = { alpha: ['bravo'], bravo: ['charlie'], charlie: ['bravo'], delta: [] };
  const error = await throws('startOrder', needs);
  for (const name of ['bravo', 'charlie']) expect(error.message, 'A service of the circle').toContain(name);
  for (const name of ['alpha', 'delta']) expect(error.message, 'A service outside of the circle').not.toContain(name);
  if (language === 'python') expect(error.name).toBe('ValueError');
});
