import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ContentError, shownPath } from './content-error.ts';
import type { Exercise } from './exercise.ts';
import { easyFirst } from './easy-first.ts';
import { type LessonFolder, type TrackFolder, trackFolders } from './folders.ts';
import { readFrontMatter } from './front-matter.ts';
import { orReport } from './or-report.ts';
import { readExercise } from './read-exercise.ts';
import { type LessonMeta, lessonMetaSchema, type TrackMeta, trackMetaSchema } from './schema.ts';
import { inStepOrder } from './steps.ts';

export type LessonSource = {
  meta: LessonMeta;
  file: string;
  folder: string;
  /** Name of the folder: the last part of the lesson's address. */
  name: string;
  body: string;
  bodyLine: number;
  exercises: Exercise[];
};
export type TrackSource = {
  meta: TrackMeta;
  file: string;
  folder: string;
  name: string;
  /** Markdown of the introduction; may be empty. */
  body: string;
  bodyLine: number;
  lessons: LessonSource[];
};

export type Tree = {
  /** In the order of the learn map; lessons in teaching order, exercises from easy to hard. */
  tracks: TrackSource[];
  /** What is broken is left out of `tracks` and named here. */
  errors: ContentError[];
};

/** Reads all tracks of all content folders. Collects ContentErrors, so that one broken file hides nothing else. */
export function readTree(roots: string[]): Tree {
  const errors: ContentError[] = [];
  const readLesson = (found: LessonFolder): LessonSource => {
    const file = path.join(found.folder, 'lesson.md');
    const front = readFrontMatter(lessonMetaSchema, file, readOr(file, 'Write the lesson, or remove the folder'));
    const exercises = found.exercises.flatMap((folder) => orReport(errors, () => readExercise(folder, roots)));
    return {
      ...front,
      file,
      folder: found.folder,
      name: found.name,
      exercises: inStepOrder(exercises.sort(easyFirst), errors),
    };
  };
  const readTrack = (found: TrackFolder): TrackSource => {
    const file = path.join(found.folder, 'track.md');
    const front = readFrontMatter(trackMetaSchema, file, readOr(file, 'Write the front matter of the track into it'));
    const lessons = found.lessons.flatMap((lesson) => orReport(errors, () => readLesson(lesson)));
    const brokenFolders = found.lessons.length - lessons.length;
    const inTeachingOrder = inOrder(file, front.meta, lessons, brokenFolders > 0, errors);
    return { ...front, file, folder: found.folder, name: found.name, lessons: inTeachingOrder };
  };
  const tracks = roots.flatMap(trackFolders).flatMap((folder) => orReport(errors, () => readTrack(folder)));
  tracks.sort((a, b) => a.meta.order - b.meta.order || (a.meta.id < b.meta.id ? -1 : 1));
  return withUniqueIds(tracks, errors);
}

function readOr(file: string, remedy: string): string {
  if (!existsSync(file)) throw new ContentError(file, 'is missing', remedy);
  return readFileSync(file, 'utf8');
}

/** A lesson that could not be read has been reported already, so that its id is not reported as missing as well. */
function inOrder(
  file: string,
  meta: TrackMeta,
  lessons: LessonSource[],
  someBroken: boolean,
  errors: ContentError[],
): LessonSource[] {
  const byId = new Map(lessons.map((lesson) => [lesson.meta.id, lesson]));
  for (const id of meta.lessons) {
    if (byId.has(id) || someBroken) continue;
    errors.push(
      new ContentError(
        file,
        `lists the lesson ${id}, which has no folder`,
        'Write the lesson, or take it off the list',
      ),
    );
  }
  for (const lesson of lessons) {
    if (meta.lessons.includes(lesson.meta.id)) continue;
    errors.push(
      new ContentError(
        lesson.file,
        `is not in the lessons of ${shownPath(file)}`,
        `Add ${lesson.meta.id} to that list`,
      ),
    );
  }
  return [...new Set(meta.lessons)].flatMap((id) => byId.get(id) ?? []);
}

/** Keeps the first holder of each id; addresses are made of the folders of tracks and lessons, so these count as well. */
function withUniqueIds(tracks: TrackSource[], errors: ContentError[]): Tree {
  const taken = new Map<string, string>();
  const claim = (noun: string, id: string, at: string): boolean => {
    const other = taken.get(`${noun} ${id}`);
    taken.set(`${noun} ${id}`, other ?? at);
    if (other === undefined) return true;
    errors.push(
      new ContentError(at, `has the ${noun} ${id}, which ${shownPath(other)} has too`, 'Give one of them another'),
    );
    return false;
  };
  const kept = tracks
    .filter((track) => claim('track folder', track.name, track.folder) && claim('track id', track.meta.id, track.file))
    .map((track) => {
      const lessons = track.lessons.filter((lesson) => claim('lesson id', lesson.meta.id, lesson.file));
      for (const lesson of lessons) {
        const file = (exercise: Exercise) => path.join(exercise.folder, 'exercise.md');
        lesson.exercises = lesson.exercises.filter((exercise) =>
          claim('exercise id', exercise.meta.id, file(exercise)),
        );
      }
      return { ...track, lessons };
    });
  return { tracks: kept, errors };
}
