import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { buildContent } from '#content/build';
import type { ExercisePage, ExerciseSecrets, Lesson, TrackSummary } from '#content/compiled';
import { contentRoots } from '#content/folders';
import {
  type ContentFolder,
  contentFolder,
  exerciseFiles,
  lessonText,
  soundContent,
  trackText,
  under,
} from './content-folder.ts';

const build = (content: ContentFolder, more: string[] = []) =>
  buildContent({
    roots: [content.root, ...more],
    outFolder: path.join(content.scratch, 'out'),
    cacheFolder: path.join(content.scratch, 'cache'),
    version: 'test',
    describeDatabase: null,
  });
const built = <Value>(content: ContentFolder, name: string) =>
  JSON.parse(readFileSync(path.join(content.scratch, 'out', name), 'utf8')) as Value;
const messages = async (content: ContentFolder, more?: string[]) =>
  (await build(content, more)).errors.map((error) => error.message);

test('a sound content folder becomes tracks, lessons, exercises and their secrets', async () => {
  using content = contentFolder(soundContent());
  expect(await build(content)).toMatchObject({ tracks: 1, lessons: 1, exercises: 1, errors: [] });
  const [track] = built<TrackSummary[]>(content, 'index.json');
  expect(track).toMatchObject({ id: 'sums', path: '/learn/sums', introHtml: '<p>Introduction of sums.</p>' });
  expect(track?.lessons[0]).toMatchObject({ path: '/learn/sums/adding', trackId: 'sums' });
  const lesson = built<Lesson>(content, 'lessons/adding.json');
  expect(lesson.segments.map(({ type }) => type)).toEqual(['html', 'run', 'check', 'check']);
  expect(lesson.toc).toEqual([{ id: 'adding', text: 'Adding', depth: 2 }]);
  const page = built<ExercisePage>(content, 'exercises/add-numbers.json');
  expect(page).toMatchObject({
    path: '/practice/add-numbers',
    hintCount: 3,
    visibleTests: ['adds two numbers', 'adds nothing'],
    hiddenTestCount: 1,
    lesson: { id: 'adding', title: 'Lesson adding', path: '/learn/sums/adding' },
  });
});

test('what an exercise page holds gives away no solution, hint or hidden test', async () => {
  using content = contentFolder(soundContent());
  await build(content);
  const page = readFileSync(path.join(content.scratch, 'out/exercises/add-numbers.json'), 'utf8');
  expect(page).not.toMatch(/return a \+ b|one usual solution|agrees with the reference|expect\(/);
  const secrets = built<ExerciseSecrets>(content, 'secrets/add-numbers.json');
  expect(secrets.solution['solution.ts']).toContain('return a + b');
  expect(secrets.hintsHtml[1]).toContain('<pre class="shiki"');
});

test('a second build compiles nothing, and a changed lesson compiles alone', async () => {
  using content = contentFolder(soundContent());
  const first = await build(content);
  expect(await build(content)).toMatchObject({ compiled: 0, cached: first.compiled + first.cached });
  content.write({ 'tracks/sums/adding/lesson.md': `${lessonText('adding')}\nOne more line.\n` });
  expect(await build(content)).toMatchObject({ compiled: 1 });
});

test('a lesson shows the new title of a lesson that it links to', async () => {
  using content = contentFolder(soundContent());
  content.write({
    'tracks/sums/track.md': trackText('sums', ['adding', 'more']),
    'tracks/sums/more/lesson.md': `${lessonText('more')}\nSee [[adding]].\n`,
  });
  await build(content);
  content.write({
    'tracks/sums/adding/lesson.md': lessonText('adding').replace('title: Lesson adding', 'title: Sums'),
  });
  await build(content);
  const lesson = built<Lesson>(content, 'lessons/more.json');
  expect(JSON.stringify(lesson.segments)).toContain('<a href=\\"/learn/sums/adding\\">Sums</a>');
  expect(lesson.previous).toEqual({ title: 'Sums', path: '/learn/sums/adding' });
});

test('files of a lesson that is gone go with it', async () => {
  using content = contentFolder({ ...soundContent(), 'tracks/sums/more/lesson.md': lessonText('more') });
  content.write({ 'tracks/sums/track.md': trackText('sums', ['adding', 'more']) });
  await build(content);
  content.remove('tracks/sums/more');
  content.write({ 'tracks/sums/track.md': trackText('sums', ['adding']) });
  await build(content);
  expect(existsSync(path.join(content.scratch, 'out/lessons/more.json'))).toBe(false);
});

test('what is broken is named and left out, and the rest is built', async () => {
  using content = contentFolder(soundContent());
  content.write({
    'tracks/sums/track.md': trackText('sums', ['adding', 'broken']),
    'tracks/sums/broken/lesson.md': `${lessonText('broken')}\n[[nowhere]]\n`,
  });
  const report = await build(content);
  expect(report).toMatchObject({ lessons: 1, exercises: 1 });
  expect(report.errors.map((error) => error.message)).toEqual([
    expect.stringMatching(/broken\/lesson\.md:\d+: \[\[nowhere\]\] leads to no lesson\. Use the id/),
  ]);
});

test('a track that lists a lesson without a folder is an error', async () => {
  using content = contentFolder({ ...soundContent(), 'tracks/sums/track.md': trackText('sums', ['adding', 'lost']) });
  expect(await messages(content)).toEqual([
    expect.stringMatching(
      /sums\/track\.md: lists the lesson lost, which has no folder\. Write the lesson, or take it off/,
    ),
  ]);
});

test('a lesson that its track does not list is an error', async () => {
  using content = contentFolder({ ...soundContent(), 'tracks/sums/more/lesson.md': lessonText('more') });
  expect(await messages(content)).toEqual([
    expect.stringMatching(/more\/lesson\.md: is not in the lessons of .*track\.md\. Add more/),
  ]);
});

test('a prerequisite that is no lesson is an error', async () => {
  const text = lessonText('adding').replace('topics:', 'prerequisites: [counting]\ntopics:');
  using content = contentFolder({ ...soundContent(), 'tracks/sums/adding/lesson.md': text });
  expect(await messages(content)).toEqual([
    expect.stringContaining('asks for the lesson counting, which there is not'),
  ]);
});

test('a further content folder adds its tracks after ours', async () => {
  using ours = contentFolder(soundContent());
  using theirs = contentFolder({
    'tracks/words/track.md': trackText('words', ['spelling']).replace('order: 1', 'order: 2'),
    'tracks/words/spelling/lesson.md': `${lessonText('spelling')}\nAfter [[adding]].\n`,
    ...under('tracks/words/spelling/spell', exerciseFiles('spell-words')),
  });
  expect(await build(ours, [theirs.root])).toMatchObject({ tracks: 2, lessons: 2, exercises: 2, errors: [] });
  expect(built<TrackSummary[]>(ours, 'index.json').map(({ id }) => id)).toEqual(['sums', 'words']);
});

test('an id that two content folders use is an error, and ours is kept', async () => {
  using ours = contentFolder(soundContent());
  using theirs = contentFolder({
    'tracks/words/track.md': trackText('words', ['spelling']),
    'tracks/words/spelling/lesson.md': lessonText('spelling'),
    ...under('tracks/words/spelling/spell', exerciseFiles()),
  });
  expect(await messages(ours, [theirs.root])).toEqual([
    expect.stringMatching(
      /spell\/exercise\.md: has the exercise id add-numbers, which .*add-numbers\/exercise\.md has too\. Give one/,
    ),
  ]);
  expect(built<ExercisePage>(ours, 'exercises/add-numbers.json').lesson.id).toBe('adding');
});

test('CONTENT_DIRS is a comma list; ours comes first', () => {
  const [ours, ...theirs] = contentRoots(' /srv/a ,/srv/b,');
  expect(ours).toBe(path.resolve('content'));
  expect(theirs).toEqual(['/srv/a', '/srv/b']);
});

/** A second exercise of the same lesson that goes on with the code of the first, and may be done in less time. */
function secondStep(change: Record<string, string> = {}): Record<string, string> {
  const files = exerciseFiles('a-second-step');
  const text = files['exercise.md']!.replace(
    'level: junior\nminutes: 5',
    'level: junior\nminutes: 3\ncontinues: add-numbers',
  );
  const starter = files['solution.ts']!;
  return under('tracks/sums/adding/a-second-step', { ...files, 'exercise.md': text, 'starter.ts': starter, ...change });
}

test('a step comes right after the one that it goes on from, and says so', async () => {
  using content = contentFolder({ ...soundContent(), ...secondStep() });
  expect(await messages(content)).toEqual([]);
  const [track] = built<TrackSummary[]>(content, 'index.json');
  expect(track?.lessons[0]?.exercises.map(({ id }) => id)).toEqual(['add-numbers', 'a-second-step']);
  const continues = { id: 'add-numbers', title: 'Add two numbers', path: '/practice/add-numbers' };
  expect(built<ExercisePage>(content, 'exercises/add-numbers.json').step).toEqual({
    number: 1,
    of: 2,
    continues: null,
  });
  expect(built<ExercisePage>(content, 'exercises/a-second-step.json').step).toEqual({ number: 2, of: 2, continues });
});

test('a step whose starter is not the solution of the step before is an error', async () => {
  using content = contentFolder({ ...soundContent(), ...secondStep({ 'starter.ts': 'export const add = 1;\n' }) });
  expect(await messages(content)).toEqual([
    expect.stringContaining('begins with other typescript than the solution of add-numbers'),
  ]);
});

test('a step that goes on from nothing, or in the end from itself, is an error', async () => {
  const text = (id: string, continues: string) =>
    exerciseFiles(id)['exercise.md']!.replace('minutes: 5', `minutes: 5\ncontinues: ${continues}`);
  const at = (id: string) => `tracks/sums/adding/${id}/exercise.md`;
  using astray = contentFolder({ ...soundContent(), [at('add-numbers')]: text('add-numbers', 'nowhere') });
  expect(await messages(astray)).toEqual([
    expect.stringContaining('continues nowhere, which leads back to no first step'),
  ]);
  using circle = contentFolder({
    ...soundContent(),
    ...secondStep(),
    [at('add-numbers')]: text('add-numbers', 'a-second-step'),
  });
  expect((await messages(circle)).join()).toMatch(/add-numbers.*continues a-second-step, which leads back to no first/);
  expect((await messages(circle)).join()).toMatch(/a-second-step.*continues add-numbers, which leads back to no first/);
});
