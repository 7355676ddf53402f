import { contentRoots } from '#content/folders';
import { kinds } from '#content/kinds';
import { type LessonSource, readTree, type TrackSource } from '#content/read-tree';
import { type CoverageList, levelSchema } from '#content/schema';
import { languageSchema } from '#lib/verdict';
import { readCoverage } from '#scripts/check/coverage';

type Item = CoverageList['items'][number];

export const remakeCoverage = 'npm run test:unit -- tests/content/coverage.test.ts -u';

/** `docs/coverage.md`, made of what lies in `content/`. */
export function coverageMarkdown(): string {
  const roots = contentRoots('');
  const { tracks } = readTree(roots);
  const lists = readCoverage(roots).flatMap((coverage) => coverage.lists);
  const items = lists.flatMap((list) => list.items);
  const leftOut = items.filter(({ outOfScope }) => outOfScope !== undefined).length;
  const lessons = tracks.flatMap((track) =>
    track.lessons.map((lesson) => ({ ...lesson, path: pathOf(track, lesson) })),
  );
  return [
    '# Coverage',
    '',
    `How much is taught, and where each demand on a backend engineer is met. Made of \`content/\` by \`${remakeCoverage}\`; run it when lessons, exercises or \`content/coverage.yaml\` change.`,
    '',
    '## Counts',
    '',
    ...counts(tracks),
    '',
    `## ${items.length} demands on a backend engineer`,
    '',
    `Descriptions of the job and lists of topics, item by item: ${items.length - leftOut} are taught by the lessons beside them and practised in the exercises of these; ${leftOut} are out of scope, each with its reason. The last column counts those exercises.`,
    '',
    ...lists.flatMap((list) => listSection(list, lessons)),
    ...lessons.map(({ path }) => `[${path}]: ../content/tracks/${path}/lesson.md`),
    '',
  ].join('\n');
}

function counts(tracks: TrackSource[]): string[] {
  const exercises = tracks.flatMap((track) => track.lessons.flatMap((lesson) => lesson.exercises));
  const per = (heading: string, names: readonly string[], of: (name: string) => number) => [
    ...table([heading, 'Exercises'], [...names.map((name) => [name, `${of(name)}`])]),
    '',
  ];
  const having = (test: (meta: (typeof exercises)[number]['meta']) => boolean) =>
    exercises.filter(({ meta }) => test(meta)).length;
  const byTrack = tracks.map(({ meta, lessons }) => [
    meta.title,
    `${lessons.length}`,
    `${lessons.reduce((sum, lesson) => sum + lesson.exercises.length, 0)}`,
  ]);
  const lessons = tracks.reduce((sum, track) => sum + track.lessons.length, 0);
  return [
    ...table(['Track', 'Lessons', 'Exercises'], [...byTrack, ['**All**', `${lessons}`, `${exercises.length}`]]),
    '',
    ...per('Kind', Object.keys(kinds), (kind) => having((meta) => meta.kind === kind)),
    ...per('Level', levelSchema.options, (level) => having((meta) => meta.level === level)),
    ...per('Language', languageSchema.options, (language) =>
      having((meta) => meta.languages.some((one) => one === language)),
    ),
    'An exercise in two languages is counted under both; reviews, quizzes and texts have none.',
  ];
}

function listSection({ title, items }: CoverageList, lessons: (LessonSource & { path: string })[]): string[] {
  const rows = items.flatMap(({ item, topics }) => {
    if (!topics) return [];
    const teaching = lessons.filter(({ meta }) => meta.topics.some((topic) => topics.includes(topic)));
    const exercises = teaching.reduce((sum, lesson) => sum + lesson.exercises.length, 0);
    return [[item, teaching.map(({ path }) => `[${path}]`).join(', '), `${exercises}`]];
  });
  const leftOut = items.filter((line): line is Item & { outOfScope: string } => line.outOfScope !== undefined);
  return [
    `### ${title}`,
    '',
    ...table(['Item', 'Lessons', 'Exercises'], rows),
    '',
    ...(leftOut.length === 0 ? [] : ['Out of scope:', '']),
    ...leftOut.map(({ item, outOfScope }) => `- **${item}**: ${outOfScope}`),
    '',
  ];
}

const pathOf = (track: TrackSource, lesson: LessonSource) => `${track.name}/${lesson.name}`;

function table(head: string[], rows: string[][]): string[] {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}
