import { describe, expect, test } from 'vitest';
import {
  drawMock,
  type DrawContent,
  type DrawExercise,
  type DrawQuestion,
  type Level,
  type Wish,
} from '#app/interview/mocks/draw';
import { newPiece, seedSchema } from '#app/interview/mocks/seed';
import { suitedSeed } from '#app/interview/mocks/suited-seed';
import { latelyDrawn } from '#app/interview/mocks/suits';
import { mockKindSchema, mockPartSchema, roundKindSchema, roundMinutes, type MockPart } from '#lib/mock';

const levels = ['junior', 'mid', 'senior'] as const;
const seeds = Array.from({ length: 500 }, (_, index) => `seed-${index}`);

/** As much of each kind at each level as a server has; ids say what they are. */
const content: DrawContent = {
  exercises: levels.flatMap((level) => [
    ...many(12, level, 'code', { skills: ['programming'], minutes: (n) => [10, 20, 25, 30][n % 4]! }),
    ...many(12, level, 'code-ds', { kind: 'code', skills: ['data-structures'], minutes: (n) => [15, 25, 35][n % 3]! }),
    ...many(12, level, 'sql', { skills: ['databases'], minutes: (n) => [8, 12, 18, 25][n % 4]! }),
    ...many(8, level, 'http', { skills: ['apis'], minutes: (n) => [25, 35, 45][n % 3]! }),
    ...many(8, level, 'lab', { skills: ['security'], minutes: (n) => [20, 25, 45][n % 3]! }),
    ...many(4, level, 'review', { skills: ['security'], minutes: (n) => [15, 20][n % 2]! }),
    ...many(4, level, 'review-docs', { kind: 'review', skills: ['operations'], minutes: () => 15 }),
    ...many(4, level, 'quiz', { skills: ['programming'], minutes: () => 10 }),
    ...many(4, level, 'step', { kind: 'code', skills: ['programming'], minutes: () => 10, goesOn: true }),
  ]),
  questions: levels.flatMap((level) => [
    ...asked(6, level, 'api-design', { kind: 'technical', skill: 'apis', minutes: 6 }),
    ...asked(6, level, 'security-concepts', { kind: 'technical', skill: 'security', minutes: 5 }),
    ...asked(6, level, 'caching', { kind: 'system-design', skill: 'system-design', minutes: 8 }),
    ...asked(level === 'junior' ? 0 : 6, level, 'designs', {
      kind: 'system-design',
      skill: 'system-design',
      minutes: 45,
    }),
    ...['teams', 'debt', 'learning', 'projects'].flatMap((theme) =>
      asked(3, level, theme, { kind: 'behavioural', skill: 'career', minutes: 4 }),
    ),
  ]),
};

function many(
  count: number,
  level: Level,
  name: string,
  of: { kind?: DrawExercise['kind']; skills: DrawExercise['skills']; minutes: (n: number) => number; goesOn?: boolean },
): DrawExercise[] {
  return Array.from({ length: count }, (_, n) => ({
    id: `${name}-${level}-${n}`,
    kind: of.kind ?? (name as DrawExercise['kind']),
    languages: n % 2 ? ['typescript', 'python'] : ['typescript'],
    level,
    minutes: of.minutes(n),
    skills: of.skills,
    goesOn: of.goesOn ?? false,
  }));
}

function asked(count: number, level: Level, themeId: string, of: Pick<DrawQuestion, 'kind' | 'skill' | 'minutes'>) {
  return Array.from({ length: count }, (_, n): DrawQuestion => ({
    id: `${themeId}-${level}-${n}`,
    level,
    themeId,
    ...of,
  }));
}

const wishes = (kind: Wish['kind']): Wish[] =>
  seeds.map((seed, index) => ({
    kind,
    level: levels[index % 3]!,
    language: index % 2 ? 'python' : 'typescript',
    seed,
  }));

function partsOf(wish: Wish, from = content): MockPart[] {
  const drawn = drawMock(from, wish);
  if ('missing' in drawn) throw new Error(`nothing for ${drawn.missing.join()}`);
  return drawn.parts;
}

const idOf = (part: MockPart) => (part.type === 'exercise' ? part.exerciseId : part.questionId);
const levelOf = new Map([...content.exercises, ...content.questions].map(({ id, level }) => [id, level]));

describe.each(mockKindSchema.options)('any mock of kind %s', (kind) => {
  test('has parts of the right form, none twice, whose minutes fit into the time of their round', () => {
    for (const wish of wishes(kind)) {
      const parts = partsOf(wish).map((part) => mockPartSchema.parse(part));
      expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length);
      expect(new Set(parts.map(idOf)).size).toBe(parts.length);
      for (const round of roundKindSchema.options) {
        const minutes = parts.filter((part) => part.round === round).map((part) => part.minutes);
        expect(
          minutes.reduce((sum, each) => sum + each, 0),
          wish.seed,
        ).toBeLessThanOrEqual(roundMinutes[round]);
      }
    }
  });

  test('is the same for the same seed and content, and another for another seed', () => {
    expect(wishes(kind).map((wish) => partsOf(wish))).toEqual(wishes(kind).map((wish) => partsOf(wish)));
    const ofMid = seeds.map((seed) => JSON.stringify(partsOf({ kind, level: 'mid', language: 'typescript', seed })));
    expect(new Set(ofMid).size).toBeGreaterThan(5);
  });

  test('is of the level wished for, wherever there is enough of it', () => {
    for (const wish of wishes(kind)) {
      for (const part of partsOf(wish)) {
        const isScarce = part.round === 'system-design' && wish.level === 'junior';
        if (part.id.endsWith('-1')) expect(levelOf.get(idOf(part))).toBe(isScarce ? 'mid' : wish.level);
      }
    }
  });

  test('has nothing that goes on with code of another exercise, and nothing that is not solved in an interview', () => {
    for (const wish of wishes(kind)) expect(partsOf(wish).map(idOf).join()).not.toMatch(/step|quiz|review-docs/);
  });
});

const shape = (parts: MockPart[]) =>
  parts.map((part) => (part.type === 'exercise' ? idOf(part).split('-')[0] : part.form)).join(' ');
const shapes = (kind: Wish['kind']) => new Set(wishes(kind).map((wish) => shape(partsOf(wish))));

test('each kind consists of what its interview consists of', () => {
  expect(shapes('coding')).toEqual(new Set(['code code']));
  expect([...shapes('sql')].every((each) => ['sql sql', 'sql sql sql'].includes(each))).toBe(true);
  expect(shapes('api-design')).toEqual(new Set(['api http']));
  const ofSecurity = ['plain lab', 'plain plain lab', 'plain plain review', 'plain review'];
  expect([...shapes('security')].every((each) => ofSecurity.includes(each))).toBe(true);
  expect([...shapes('security')].join()).toMatch(/lab.*review|review.*lab/);
  expect(shapes('system-design')).toEqual(new Set(['design']));
  expect(shapes('behavioural')).toEqual(new Set(['star star star']));
});

test('a day is five rounds, with API design or security by lot', () => {
  const days = wishes('loop').map((wish) => [...new Set(partsOf(wish).map(({ round }) => round))]);
  const thirds = days.map(([one, two, third, four, five]) => {
    expect([one, two, four, five]).toEqual(['coding', 'sql', 'system-design', 'behavioural']);
    return third;
  });
  expect(thirds.filter((third) => third === 'security').length).toBeGreaterThan(100);
  expect(thirds.filter((third) => third === 'api-design').length).toBeGreaterThan(100);
});

test('behavioural questions are of three themes', () => {
  for (const wish of wishes('behavioural')) {
    expect(new Set(partsOf(wish).map((part) => idOf(part).split('-')[0])).size).toBe(3);
  }
});

test('code is in the language wished for', () => {
  const inPython = new Set(
    content.exercises.filter(({ languages }) => languages.includes('python')).map(({ id }) => id),
  );
  for (const wish of wishes('coding').filter(({ language }) => language === 'python')) {
    expect(partsOf(wish).every((part) => inPython.has(idOf(part)))).toBe(true);
  }
});

test('a seed that suits a learner goes to what they are weak in, and leaves out what they had lately', () => {
  const wish = { kind: 'coding', level: 'mid', language: 'typescript' } as const;
  const lately = new Set(content.exercises.filter(({ id }) => /-[0-3]$/.test(id)).map(({ id }) => id));
  const none = { weakSkills: [], lately: new Map<string, number>(), passed: new Set<string>() };
  const weakOf = (seed: string) => partsOf({ ...wish, seed }).filter((part) => idOf(part).startsWith('code-ds')).length;
  const latelyOf = (seed: string) => partsOf({ ...wish, seed }).filter((part) => lately.has(idOf(part))).length;
  let weak = 0;
  for (let at = 0; at < seeds.length; at += 20) {
    const some = seeds.slice(at, at + 20);
    const forWeak = suitedSeed(content, wish, some, { ...none, weakSkills: ['data-structures'] });
    expect(weakOf(forWeak)).toBe(Math.max(...some.map(weakOf)));
    weak += weakOf(forWeak);
    const fresh = suitedSeed(content, wish, some, { ...none, lately: new Map([...lately].map((id) => [id, 1])) });
    expect(latelyOf(fresh)).toBe(Math.min(...some.map(latelyOf)));
    expect(suitedSeed(content, wish, some, none), 'who is new gets the first').toBe(some[0]);
  }
  const byChance = seeds.reduce((sum, seed) => sum + weakOf(seed), 0) / seeds.length;
  expect(weak / 25).toBeGreaterThan(byChance);
});

test('of two mocks in a row the exercise is never the same, and at most one question is', () => {
  const wish = { kind: 'security', level: 'mid', language: 'typescript' } as const;
  const few = { ...content, questions: content.questions.filter(({ id }) => !/-[3-5]$/.test(id)) };
  const drawn: MockPart[][] = [];
  for (let mock = 0; mock < 10; mock += 1) {
    const lately = latelyDrawn(
      drawn.map((parts) => ({ parts })),
      'security',
    );
    const seed = suitedSeed(few, wish, seeds.slice(mock * 50, mock * 50 + 50), {
      ...{ weakSkills: [], lately, passed: new Set<string>() },
    });
    drawn.unshift(partsOf({ ...wish, seed }, few));
  }
  // There are three questions of the level, of which each mock has one or two.
  for (const [index, parts] of drawn.slice(0, -1).entries()) {
    const [before, now] = [drawn[index + 1]!.map(idOf), parts.map(idOf)];
    expect(now.filter((id) => before.includes(id)).length).toBeLessThan(2);
    expect(before).not.toContain(now.at(-1));
  }
});

test('of three days in a row no task is set twice, and the seed of a day draws it again for anybody', () => {
  const drawn: MockPart[][] = [];
  for (let day = 0; day < 12; day += 1) {
    const wish = { kind: 'loop', level: levels[day % 2]!, language: 'typescript' } as const;
    const lately = latelyDrawn(
      drawn.map((parts) => ({ parts })),
      'loop',
    );
    const pieces = Array.from({ length: 160 }, (_, index) => `p${day}${index}`);
    const seed = suitedSeed(content, wish, pieces, { weakSkills: [], lately, passed: new Set<string>() });
    expect(partsOf({ ...wish, seed })).toEqual(partsOf({ ...wish, seed }));
    drawn.unshift(partsOf({ ...wish, seed }));
  }
  for (const [index, parts] of drawn.entries()) {
    const ids = [parts, ...drawn.slice(index + 1, index + 3)].flat().map(idOf);
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
  }
});

test('each round of a day goes to what is weak, whatever the others do', () => {
  const wish = { kind: 'loop', level: 'mid', language: 'typescript' } as const;
  const pieces = Array.from({ length: 160 }, (_, index) => `p${index}`);
  const none = { lately: new Map<string, number>(), passed: new Set<string>() };
  const seed = suitedSeed(content, wish, pieces, { ...none, weakSkills: ['data-structures', 'security'] });
  const parts = partsOf({ ...wish, seed });
  const of = (round: MockPart['round']) => parts.filter((part) => part.round === round).map(idOf);
  expect(of('coding').every((id) => id.startsWith('code-ds'))).toBe(true);
  expect(of('security')).toHaveLength(3);
});

test('a seed that is one word draws all rounds of a day, one of five pieces each by its own', () => {
  const wish = { kind: 'loop', level: 'mid', language: 'typescript' } as const;
  const rounds = (seed: string) => Object.values(Object.groupBy(partsOf({ ...wish, seed }), ({ round }) => round));
  expect(rounds('friday-friday-friday-friday-friday')).toEqual(rounds('friday'));
  const [coding, sql, ...rest] = rounds('friday-monday-friday-friday-friday');
  expect([coding, ...rest]).toEqual(rounds('friday').filter((_, index) => index !== 1));
  expect(sql).toEqual(rounds('monday')[1]);
});

test('the seed of a day is one that can be entered', () => {
  const wish = { kind: 'loop', level: 'mid', language: 'typescript' } as const;
  const none = { weakSkills: [], lately: new Map<string, number>(), passed: new Set<string>() };
  const seed = suitedSeed(content, wish, Array.from({ length: 5 }, newPiece), none);
  expect(seedSchema.parse(seed)).toBe(seed);
});

test('of the last mocks those with a round of the kind count, and of a day its round alone', () => {
  const part = (round: MockPart['round'], exerciseId: string): MockPart => {
    return { type: 'exercise', id: `${round}-1`, round, minutes: 20, exerciseId };
  };
  const mocks = [
    [part('sql', 'joins')],
    [part('coding', 'heap'), part('sql', 'ranks')],
    ...['a', 'b', 'c', 'd', 'e'].map((id) => [part('coding', id), part('coding', 'heap')]),
  ].map((parts) => ({ parts }));
  expect([...latelyDrawn(mocks, 'coding')]).toEqual([
    ['heap', 1],
    ...['a', 'b', 'c', 'd'].map((id, index) => [id, index + 2]),
  ]);
  expect([...latelyDrawn(mocks, 'sql')]).toEqual([
    ['joins', 1],
    ['ranks', 2],
  ]);
  expect(latelyDrawn(mocks, 'loop'), 'each round of a day looks at the last mocks with one of its kind').toEqual(
    new Map([...latelyDrawn(mocks, 'coding'), ...latelyDrawn(mocks, 'sql')]),
  );
});

test('where the content has not enough, it says for which rounds', () => {
  const wish = { level: 'mid', language: 'typescript', seed: 'x' } as const;
  const noQuestions = { ...content, questions: [] };
  expect(drawMock(noQuestions, { ...wish, kind: 'behavioural' })).toEqual({ missing: ['behavioural'] });
  expect(drawMock(noQuestions, { ...wish, kind: 'coding' })).toHaveProperty('parts');
  const { missing } = drawMock(noQuestions, { ...wish, kind: 'loop' }) as { missing: string[] };
  expect(missing.filter((kind) => kind !== 'security' && kind !== 'api-design')).toEqual([
    'system-design',
    'behavioural',
  ]);
  const noHttp = { ...content, exercises: content.exercises.filter(({ kind }) => kind !== 'http') };
  for (const seed of seeds.slice(0, 20)) {
    const rounds = partsOf({ ...wish, kind: 'loop', seed }, noHttp).map(({ round }) => round);
    expect(rounds, 'the other of the two').toContain('security');
  }
});
