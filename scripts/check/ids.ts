import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Segment } from '#content/compiled';
import { ContentError } from '#content/content-error';
import type { QuestionSource } from '#content/read-questions';
import type { TrackSource } from '#content/read-tree';

/** Learners' progress hangs on ids, so one that was published stays. `content/ids.lock` lists them, one a line. */
export function checkIds(root: string, ids: string[]): ContentError[] {
  const file = lockFile(root);
  if (!existsSync(file)) return [];
  const published = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const lost = published.filter((id) => !ids.includes(id));
  const fresh = ids.filter((id) => !published.includes(id));
  return [
    ...lost.map(
      (id) =>
        new ContentError(file, `the ${id} was published and is gone`, 'Give it its id back; progress hangs on it'),
    ),
    ...fresh.map((id) => new ContentError(file, `the ${id} is not recorded`, 'Run npm run content:check -- --accept')),
  ];
}

/** Records ids that are new. Keeps those that are gone, so that accepting never hides a loss. Returns how many are new. */
export function acceptIds(root: string, ids: string[]): number {
  const file = lockFile(root);
  const before = existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('#'))
    : [];
  const all = [...new Set([...before, ...ids])].sort();
  if (all.length > before.length) writeFileSync(file, `${[heading, ...all].join('\n')}\n`);
  return all.length - before.length;
}

/** `lesson joins`, `check joins#lost-customers`, `exercise …`, `track …`, `question …` of everything below `root`. */
export function idsBelow(
  root: string,
  tracks: TrackSource[],
  segmentsOf: (lesson: string) => Segment[],
  questions: QuestionSource[],
): string[] {
  const inTracks = tracks
    .filter((track) => track.folder.startsWith(path.join(root, path.sep)))
    .flatMap((track) => [
      `track ${track.meta.id}`,
      ...track.lessons.flatMap(({ meta, exercises }) => [
        `lesson ${meta.id}`,
        ...segmentsOf(meta.id).flatMap((segment) =>
          segment.type === 'check' || segment.type === 'predict' ? [`${segment.type} ${meta.id}#${segment.id}`] : [],
        ),
        ...exercises.map((exercise) => `exercise ${exercise.meta.id}`),
      ]),
    ]);
  const inBank = questions.filter(({ file }) => file.startsWith(path.join(root, path.sep)));
  return [...inTracks, ...inBank.map(({ meta }) => `question ${meta.id}`)];
}

const heading =
  '# Ids that learners\u2019 progress may hang on. npm run content:check -- --accept adds new ones; none is ever removed.';

function lockFile(root: string): string {
  return path.join(root, 'ids.lock');
}
