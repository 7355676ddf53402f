import path from 'node:path';
import { expect, test } from 'vitest';
import { openBuildCache } from '#content/build-cache';
import { compileExercise } from '#content/compile-exercise';
import { type AnswersSource, type Exercise, readExercise } from '#content/exercise';
import { checkAnswersText } from '#scripts/check/answers-text';
import { checkExerciseText } from '#scripts/check/exercise-text';
import { strayFilesOfExercise } from '#scripts/check/stray-files';
import { exerciseTemplate } from '#scripts/exercise-template';
import { contentFolder, under } from './content-folder.ts';

const exerciseText = (kind: string, hints = '') => `---
id: an-exercise
title: An exercise
summary: An exercise without code, made for a test.
kind: ${kind}
level: junior
minutes: 5
skills: [programming]
---

Look at it.
${hints}
## After

That was it.
`;

const hints = '\n## Hints\n\n1. One.\n2. Two.\n3. Three.\n';
const explanation = 'An explanation with `code` in it.';

const reviewFiles = {
  'exercise.md': exerciseText('review', hints),
  'artefact.yaml': 'a: 1\n\nb: <&>\nc: 3\n',
  'findings.yaml': `
defects:
  - { id: b-bad, name: Zed is a bad value, }
  - { id: a-bad, name: Ay is a bad value }
  - { id: x, name: Something else is bad, decoy: '${explanation}' }
  - { id: y, name: Something more is bad, decoy: '${explanation}' }
findings:
  - { id: a, defect: a-bad, lines: 1, explanation: '${explanation}' }
  - { id: b, defect: b-bad, lines: [3-4], severity: minor, explanation: '${explanation}' }
`,
};

const quizFiles = {
  'exercise.md': exerciseText('quiz'),
  'questions.yaml': `questions:\n${Array.from(
    { length: 12 },
    (_, index) => `
  - id: q-${index}
    about: Number ${index}
    question: |
      What does this say?

      \`\`\`ts
      const n = ${index};
      \`\`\`
    options:
      - { text: 'It is \`${index}\`', right: true, explanation: '${explanation}' }
      - { text: It is more, explanation: 'SECRET ${explanation}' }
`,
  ).join('')}`,
};

const writeFiles = {
  'exercise.md': exerciseText('write'),
  'rubric.yaml': `
sections:
  - { id: what, label: What, prompt: Say what it is., words: { min: 2, max: 9 } }
  - { id: why, label: Why it is, prompt: Say why it is., words: { min: 2, max: 9 } }
criteria:
${['one', 'two', 'three'].map((id) => `  - { id: ${id}, label: Criterion ${id}, good: '${explanation}', levels: [{ points: 0, text: Nothing of it }, { points: 2, text: All there is }] }`).join('\n')}
`,
  'model.md': '## What\n\nIt is *this* here.\n\n## Why it is\n\nBecause of that.\n',
};

const files = { review: reviewFiles, quiz: quizFiles, write: writeFiles };

function withExercise<Result>(given: Record<string, string>, use: (folder: string) => Result): Result {
  using content = contentFolder(under('e', given));
  return use(content.at('e'));
}

const read = (given: Record<string, string>): Exercise => withExercise(given, readExercise);
const problemsOf = (given: Record<string, string>) =>
  withExercise(given, (folder) => checkExerciseText(readExercise(folder)).map(({ problem }) => problem));

/** The file with one piece of it replaced, which has to be there. */
function changed(kind: keyof typeof files, file: string, from: string, to: string): Record<string, string> {
  const given: Record<string, string> = { ...files[kind] };
  expect(given[file]).toContain(from);
  given[file] = given[file]!.replace(from, to);
  return given;
}

test.each(['review', 'quiz', 'write'] as const)(
  'a %s that keeps every rule has no problem and no stray file',
  (kind) => {
    expect(problemsOf(files[kind])).toEqual([]);
    expect(withExercise(files[kind], strayFilesOfExercise)).toEqual([]);
  },
);

test('lines are written as one, as a range, or as a list, and come out as ranges', () => {
  const { answers } = read(reviewFiles) as { answers: Extract<AnswersSource, { kind: 'review' }> };
  expect(answers.findings.map(({ lines, severity }) => [lines, severity])).toEqual([
    [[{ from: 1, to: 1 }], 'major'],
    [[{ from: 3, to: 4 }], 'minor'],
  ]);
  expect(answers.artefact.lines).toEqual(['a: 1', '', 'b: <&>', 'c: 3']);
});

test.each([
  ['findings.yaml', 'lines: 1', 'lines: 1-x', 'no range of lines'],
  ['findings.yaml', 'lines: 1', 'lines: 4-2', 'ends before it begins'],
  ['findings.yaml', 'lines: 1', 'lines: 1-40', 'more than 12 lines'],
  ['findings.yaml', 'severity: minor', 'severity: small', 'severity'],
  ['findings.yaml', 'id: a, defect', 'extra: 1, id: a, defect', 'nothing reads'],
  ['findings.yaml', `'${explanation}'`, "'See **this** explanation.'", 'plain text'],
])('a broken %s is refused (%s → %s)', (file, from, to, message) => {
  expect(() => read(changed('review', file, from, to))).toThrow(message);
});

test('a review needs exactly one artefact', () => {
  expect(() => read({ ...reviewFiles, 'artefact.log': 'x' })).toThrow('one of 2 artefacts');
  const { 'artefact.yaml': _artefact, ...rest } = reviewFiles;
  expect(() => read(rest)).toThrow('artefact.diff: is missing');
});

test.each([
  ['review', 'findings.yaml', 'lines: 1,', 'lines: 9,', 'on line 9'],
  ['review', 'findings.yaml', 'lines: 1,', 'lines: 2,', 'is empty'],
  ['review', 'findings.yaml', 'lines: 1,', 'lines: 3,', 'on the same line'],
  ['review', 'findings.yaml', 'defect: a-bad', 'defect: unheard-of', 'not in the list'],
  ['review', 'findings.yaml', 'defect: a-bad', 'defect: x', 'as a decoy and as a finding'],
  ['review', 'findings.yaml', 'defect: a-bad', 'defect: b-bad', 'offers a-bad, which no finding has'],
  ['review', 'findings.yaml', 'id: b, defect', 'id: a, defect', 'two findings with the id a'],
  ['review', 'findings.yaml', 'id: y, name', 'id: x, name', 'two defects with the id x'],
  ['review', 'findings.yaml', 'lines: 1,', 'lines: 1, severity: minor,', 'no major finding'],
  ['review', 'findings.yaml', `, decoy: '${explanation}' }`, ' }', '1 decoys'],
  ['review', 'exercise.md', '3. Three.', '', '2 hints'],
  ['quiz', 'questions.yaml', 'right: true, ', '', 'no right option for q-0'],
  ['quiz', 'questions.yaml', 'text: It is more,', 'text: It is more, right: true,', 'only right options for q-0'],
  ['quiz', 'questions.yaml', 'text: It is more', 'text: All of the above', 'speaks of the others'],
  ['quiz', 'questions.yaml', 'id: q-1\n', 'id: q-0\n', 'two questions with the id q-0'],
  ['quiz', 'questions.yaml', 'questions:', 'draw: 13\nquestions:', 'draws 13 of 12'],
  ['quiz', 'questions.yaml', 'questions:', 'draw: 9\nquestions:', 'few others for a second attempt'],
  ['quiz', 'exercise.md', '\n## After', `${hints}\n## After`, '3 hints'],
  ['write', 'rubric.yaml', 'id: two,', 'id: one,', 'two criteria with the id one'],
  ['write', 'model.md', 'Because of that.', '', 'nothing under Why it is'],
  ['write', 'model.md', 'Because of that.', 'Because '.repeat(10), '10 words under Why it is'],
] as const)('the check of a %s reports %s: %s → %s', (kind, file, from, to, problem) => {
  expect(problemsOf(changed(kind, file, from, to)).join('\n')).toContain(problem);
});

test('an option without an explanation, and a pool below twelve, are refused', () => {
  expect(() => read(changed('quiz', 'questions.yaml', `, explanation: '${explanation}'`, ''))).toThrow('explanation');
  const few = quizFiles['questions.yaml'].slice(0, quizFiles['questions.yaml'].indexOf('  - id: q-11'));
  expect(() => read({ ...quizFiles, 'questions.yaml': few })).toThrow('questions');
});

test('a model answer has the sections of the rubric, in their order', () => {
  const swapped = '## Why it is\n\nBecause of that.\n\n## What\n\nIt is this.\n';
  expect(() => read({ ...writeFiles, 'model.md': swapped })).toThrow('headings of second order');
});

test('a points scale begins at nothing and grows', () => {
  expect(() => read(changed('write', 'rubric.yaml', 'points: 0', 'points: 1'))).toThrow('begin at 0');
  expect(() => read(changed('write', 'rubric.yaml', 'points: 2', 'points: 0'))).toThrow('begin at 0');
});

test('files of another kind are strays', () => {
  const names = (given: Record<string, string>) =>
    withExercise(given, (folder) => strayFilesOfExercise(folder).map(({ path: at }) => path.basename(at)));
  expect(names({ ...quizFiles, 'starter.ts': '', 'findings.yaml': '' })).toEqual(['findings.yaml', 'starter.ts']);
  expect(names({ ...reviewFiles, 'wrong/one.ts': '' })).toEqual(['wrong']);
});

test('what is judged by changes the hash, and a better hint does not', () => {
  const hash = (given: Record<string, string>) => read(given).contentHash;
  expect(hash(changed('review', 'findings.yaml', 'lines: 1,', 'lines: 4,'))).not.toBe(hash(reviewFiles));
  expect(hash(changed('review', 'artefact.yaml', 'a: 1', 'a: 2'))).not.toBe(hash(reviewFiles));
  expect(hash(changed('quiz', 'questions.yaml', 'It is more', 'It is less'))).not.toBe(hash(quizFiles));
  expect(hash(changed('write', 'rubric.yaml', 'points: 2', 'points: 3'))).not.toBe(hash(writeFiles));
  expect(hash(changed('review', 'exercise.md', '1. One.', '1. Another.'))).toBe(hash(reviewFiles));
});

async function compiled(kind: keyof typeof files) {
  using content = contentFolder(under('e', files[kind]));
  const cache = openBuildCache(content.scratch, 'v1');
  const made = await compileExercise(readExercise(content.at('e')), {
    cache,
    lessonLink: () => null,
    describeDatabase: null,
  });
  return made.answers!;
}

test('a review shows its lines coloured one by one, and the defects in an order that says nothing', async () => {
  const { page, secrets } = await compiled('review');
  if (page.kind !== 'review' || secrets.kind !== 'review') throw new Error('not a review');
  expect(page.artefact.linesHtml).toHaveLength(4);
  expect(page.artefact.linesHtml[2]).toMatch(/<span class="c\w+">/);
  expect(page.artefact.linesHtml[2]).not.toContain('<&>');
  expect(page.defects.map(({ name }) => name)).toEqual([
    'Ay is a bad value',
    'Something else is bad',
    'Something more is bad',
    'Zed is a bad value',
  ]);
  expect(JSON.stringify(page)).not.toContain('explanation');
  expect(secrets.findings[0]).toMatchObject({ defect: 'Ay is a bad value', explanation });
});

test('a quiz page knows no question, and what the server keeps knows no right answer', async () => {
  const { page, secrets } = await compiled('quiz');
  expect(page).toEqual({ kind: 'quiz', draw: 8, pool: 12, rightNeeded: 7 });
  if (secrets.kind !== 'quiz') throw new Error('not a quiz');
  expect(secrets.questions[1]?.questionHtml).toContain('class="shiki"');
  expect(secrets.questions[1]?.options).toEqual(['It is <code>1</code>', 'It is more']);
  expect(JSON.stringify(secrets)).not.toMatch(/SECRET|"right"/);
});

test('a text shows its form and the names of the criteria; the model and the levels come later', async () => {
  const { page, secrets } = await compiled('write');
  expect(page).toMatchObject({
    kind: 'write',
    pointsMax: 6,
    criteria: [{ id: 'one', label: 'Criterion one' }, {}, {}],
  });
  expect(JSON.stringify(page)).not.toMatch(/All there is|<em>/);
  expect(secrets).toMatchObject({
    kind: 'write',
    model: [{ id: 'what', html: expect.stringContaining('<em>this</em>') as string }, {}],
  });
});

test.each(['review', 'quiz', 'write'] as const)(
  'new-exercise makes a %s that reads, and says what to fill in',
  (kind) => {
    const given = exerciseTemplate('an-exercise', kind);
    const exercise = read(given);
    expect(exercise.answers?.kind).toBe(kind);
    expect(withExercise(given, strayFilesOfExercise)).toEqual([]);
    // What the template leaves to write is reported by its own check; nothing else may be wrong with it.
    const problems = checkAnswersText(exercise).filter(({ message }) => !message.includes('FILL IN'));
    expect(problems.map(({ message }) => message)).toEqual([]);
  },
);
