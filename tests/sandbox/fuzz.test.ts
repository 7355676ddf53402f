import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verdictSchema, type Verdict } from '#lib/verdict';
import { parseChildEvent } from '#sandbox/confined';
import { createJavascriptRuntime, type JavascriptRuntime } from '#sandbox/javascript/runtime';
import { gradeRequestSchema, runRequestSchema } from '#sandbox/wire';
import { codeExercise, gradeWith } from './exercises.ts';

// fast-check prints seed and path with a failure; they go into these options to see the same run again.
// FUZZ_RUNS=1000 looks longer.
const options: fc.Parameters<unknown> = { numRuns: Number(process.env['FUZZ_RUNS'] ?? 40), endOnFailure: true };

/** An expression that makes a value of some odd kind, put together from others. */
const expression: fc.Arbitrary<string> = fc.letrec<{ value: string; leaf: string }>((tie) => ({
  leaf: fc.oneof(
    fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.stringify(value)),
    fc.string({ unit: 'binary', maxLength: 40 }).map((text) => JSON.stringify(text)),
    fc.double().map((number) => (Object.is(number, -0) ? '-0' : String(number))),
    fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }).map((number) => `${number}n`),
    fc.nat({ max: 90_000 }).map((length) => `'y'.repeat(${length})`),
    fc
      .nat({ max: 20_000 })
      .map((depth) => `(() => { let o = {}; for (let i = 0; i < ${depth}; i++) o = [o]; return o; })()`),
    fc.constantFrom(
      ...['undefined', 'NaN', '-Infinity', 'Symbol("s")', 'Symbol.iterator', '() => 1', 'class A {}', 'globalThis'],
      ...[
        'new Date(NaN)',
        'new Map([[1, 2]])',
        'new Set("ab")',
        'new WeakMap()',
        'Promise.resolve(1)',
        'new Promise(() => {})',
      ],
      ...['/a/dgv', 'new Uint8Array(9)', 'new Proxy({}, {})', 'Object.create(null)', 'new Error("e", { cause: 1 })'],
      ...['(() => { const o = {}; o.o = o; return o; })()', '(() => { const a = []; a.push(a, a); return a; })()'],
      ...['(function () { return arguments; })(1)', 'Object(1n)', 'Object(Symbol())', 'document', 'module', 'exports'],
      ...[
        'new Proxy([], { get() { throw new Proxy({}, {}); } })',
        'Proxy.revocable({}, {}).proxy',
        '"\\ud800"',
        '[,,1]',
      ],
      ...['(() => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy; })()', 'async () => {}'],
    ),
  ),
  value: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'value' },
    tie('leaf'),
    fc.array(tie('value'), { maxLength: 4 }).map((items) => `[${items.join(', ')}]`),
    fc
      .tuple(fc.string({ maxLength: 8 }), tie('value'))
      .map(([key, value]) => `({ [${JSON.stringify(key)}]: ${value} })`),
    tie('value').map((value) => `({ get x() { return ${value}; } })`),
    tie('value').map((value) => `({ get x() { throw ${value}; } })`),
    tie('value').map((value) => `({ toJSON() { return ${value}; } })`),
    tie('value').map((value) => `({ toJSON() { throw ${value}; } })`),
    tie('value').map((value) => `({ then(ok) { ok(${value}); } })`),
    tie('value').map((value) => `({ then(_, no) { no(${value}); } })`),
    tie('value').map((value) => `new Proxy({ a: 1 }, { get: () => (${value}), ownKeys: () => ['a'] })`),
    tie('value').map((value) => `Object.assign(new Error('m'), { name: ${value} })`),
    tie('value').map((value) => `Object.defineProperty(new Error('m'), 'message', { get() { return ${value}; } })`),
    tie('value').map((value) => `Object.defineProperty(new Error('m'), 'stack', { get() { throw ${value}; } })`),
  ),
})).value;

const way = fc.constantFrom('return', 'throw', 'log', 'reject', 'load', 'mutate');

function submission(how: string, value: string): string {
  const made = `const made = () => (${value});`;
  switch (how) {
    case 'return':
      return `${made}\nexport const answer = () => made();`;
    case 'throw':
      return `${made}\nexport const answer = () => { throw made(); };`;
    case 'log':
      return `${made}\nexport const answer = () => { console.log(made(), made()); return 1; };`;
    case 'reject':
      return `${made}\nexport const answer = async () => { setTimeout(() => { throw made(); }, 5); throw made(); };`;
    case 'load':
      return `${made}\nmodule.exports = made();`;
    default:
      return `${made}\ntry { Object.prototype.kind = made(); Array.prototype[0] = made(); Error.prototype.toString = made; } catch {}
export const answer = () => made();`;
  }
}

const exercise = codeExercise({
  tests: `
    test('is secret', async ({ call }) => { expect(await call('answer')).toEqual({ secret: 'the-expected-value' }); });
    test('throws', async ({ throws }) => { expect(await throws('answer')).toMatchObject({ name: 'the-expected-value' }); });
    test('drives', async ({ evaluate }) => {
      expect(await evaluate(async (exports) => ({ value: await exports.answer() }))).toEqual({ value: 'the-expected-value' });
    });`,
  solution: `export const answer = () => ({ secret: 'the-expected-value' });`,
  limits: { testMs: 5000, runMs: 15_000 },
});

/** Frames, folders and words of ours have no business in what a learner reads. */
const ours = /underpin-child|isolated-vm|node:internal|\/var\/cache|<isolated|captureIntrinsics|childEvent/;

describe('whatever crosses the border', { timeout: 600_000 }, () => {
  let runtime: JavascriptRuntime;
  beforeAll(async () => {
    runtime = createJavascriptRuntime({ children: 2, namespaces: false });
    await runtime.boot();
  });
  afterAll(() => runtime.dispose());

  const textOf = (verdict: Verdict): string =>
    'tests' in verdict
      ? [
          'message' in verdict ? verdict.message : '',
          verdict.console ?? '',
          ...verdict.tests.flatMap(({ message = '', actual = '', console = '' }) => [message, actual, console]),
        ].join('\n')
      : verdict.message;

  test('ends in a valid verdict that is no pass, shows nothing of ours, and the next run is served', async () => {
    await fc.assert(
      fc.asyncProperty(way, expression, async (how, value) => {
        const { verdict, events } = await gradeWith(runtime, exercise, submission(how, value), { mode: 'run' });
        expect(verdictSchema.parse(verdict)).toEqual(verdict);
        expect(verdict.status).toMatch(/^(failed|errored)$/);
        // What crosses to the browser is the same after its journey as JSON.
        expect(verdictSchema.parse(JSON.parse(JSON.stringify(verdict)))).toEqual(verdict);
        expect(events).toHaveLength(3);
        expect(textOf(verdict)).not.toMatch(ours);
        const { verdict: next } = await gradeWith(runtime, exercise, `export const answer = () => ({ secret: 'x' });`);
        expect(next).toMatchObject({ status: 'failed', tests: [{ actual: expect.stringContaining("'x'") }, {}, {}] });
      }),
      options,
    );
  });

  test('a value of JSON is the same after the way in and the way out', async () => {
    const odd = fc.constantFrom('__proto__', 'constructor', 'toJSON', 'then', '\u2028', '\ud800', '\0');
    const keys = fc.oneof(odd, fc.string({ unit: 'binary', maxLength: 6 }));
    const value = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(null, true, false, 0, 1e-320, 1.7976931348623157e308, 2 ** 53),
        odd,
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
        fc.string({ unit: 'binary', maxLength: 2000 }),
        fc.array(tie('value'), { maxLength: 5 }),
        fc.dictionary(keys, tie('value'), { maxKeys: 5 }),
      ),
    })).value;
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 3 }), async (values) => {
        const json = JSON.stringify(JSON.stringify(values));
        // Compared as text, because a comparison of objects is lenient about what they inherit.
        const echo = codeExercise({
          tests: `
            test('called', async ({ call }) => {
              const given = JSON.parse(${json});
              expect(JSON.stringify(await call('all', ...given))).toBe(${json});
              for (const value of given) expect(JSON.stringify(await call('one', value))).toBe(JSON.stringify(value));
            });
            test('driven', async ({ evaluate }) => {
              expect(JSON.stringify(await evaluate(async ({ all }, given) => all(...given), JSON.parse(${json})))).toBe(${json});
            });`,
          limits: { testMs: 5000, runMs: 15_000 },
        });
        const code = 'export const all = (...values) => values, one = (value) => value;';
        const { verdict } = await gradeWith(runtime, echo, code, { mode: 'run' });
        expect(verdict, JSON.stringify(verdict)).toMatchObject({ status: 'passed' });
      }),
      options,
    );
  });

  test('text of any kind as a file ends in a valid verdict', async () => {
    const word = fc.constantFrom(
      'export',
      'const',
      'a',
      '=',
      '{',
      '}',
      '(',
      ')',
      '=>',
      '`',
      '${',
      '<',
      '>',
      '/',
      '*',
      '\n',
      ';',
      'type',
      'async',
      'await',
      'import',
      '"',
      '//',
      '/*',
      '@',
      '#',
      '?.',
      '...',
      ':',
      '0',
    );
    const source = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(word, { maxLength: 60 }).map((words) => words.join(' ')),
      fc.array(word, { maxLength: 60 }).map((words) => words.join('')),
    );
    await fc.assert(
      fc.asyncProperty(source, async (text) => {
        const { verdict } = await gradeWith(runtime, exercise, text, { mode: 'run' });
        expect(verdictSchema.parse(verdict)).toEqual(verdict);
        expect(verdict.status).toMatch(/^(failed|errored)$/);
        expect(textOf(verdict)).not.toMatch(ours);
        if (verdict.status === 'errored' && verdict.at !== undefined) {
          expect(verdict.at.line).toBeLessThanOrEqual(text.split(/\r\n|[\n\r\u2028\u2029]/).length + 1);
        }
      }),
      options,
    );
  });
});

describe('what comes from outside is read as data', () => {
  const anything = fc.oneof(fc.anything({ withNullPrototype: true, withBigInt: false }), fc.jsonValue());

  test('a line of a child is an event of the protocol or nothing', () => {
    const nearly = fc.record(
      {
        type: fc.constantFrom('reply', 'ready', 'dying', 'call', '__proto__'),
        id: fc.oneof(fc.integer(), fc.double(), fc.string()),
        observation: fc.oneof(fc.string(), fc.jsonValue()),
        console: fc.oneof(fc.string({ unit: 'binary' }), fc.integer()),
        heapKb: fc.oneof(fc.integer(), fc.string()),
        reason: fc.constantFrom('memory-limit', 'x'),
        extra: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    const line = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      nearly.map((value) => JSON.stringify(value)),
    );
    fc.assert(
      fc.property(line, (text) => {
        const event = parseChildEvent(text);
        if (event === undefined) return;
        expect(['ready', 'dying', 'reply', 'call']).toContain(event.type);
        // What the protocol does not name is dropped, so that nobody can come to rely on it.
        expect(event).not.toHaveProperty('extra');
        if (event.type === 'reply') expect(Number.isSafeInteger(event.id)).toBe(true);
      }),
      { numRuns: 2000 },
    );
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('a request is what the schema says or is refused, and reading it throws nothing', () => {
    const nearly = fc.record(
      {
        exercise: fc.oneof(fc.string(), fc.integer(), fc.constant('../../etc/passwd')),
        files: fc.oneof(
          fc.dictionary(fc.string(), fc.string()),
          fc.jsonValue(),
          fc.constant({ 'solution.ts': 'x'.repeat(70_000) }),
        ),
        mode: fc.constantFrom('run', 'submit', 'cheat'),
        learner: fc.oneof(fc.string(), fc.integer()),
        guest: fc.oneof(fc.boolean(), fc.string()),
        seed: fc.integer(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(anything, nearly), (value) => {
        const grade = gradeRequestSchema.safeParse(value);
        const run = runRequestSchema.safeParse(value);
        if (grade.success) {
          expect(Object.keys(grade.data).toSorted()).toEqual(['exercise', 'files', 'guest', 'learner', 'mode']);
          for (const [name, text] of Object.entries(grade.data.files)) {
            expect(name).toMatch(/^[a-z0-9.-]+$/);
            expect(Buffer.byteLength(text)).toBeLessThanOrEqual(65_536);
          }
        }
        if (run.success) expect(run.data.source.length).toBeLessThanOrEqual(65_536);
      }),
      { numRuns: 2000 },
    );
  });
});
