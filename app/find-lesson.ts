import { lessonByPath, tracks } from '#content/load';

/** A compiled lesson by its id; progress knows ids, content is filed under paths. Null when there is none. */
export function findLesson(id: string) {
  const found = tracks()
    .flatMap((track) => track.lessons)
    .find((lesson) => lesson.id === id);
  if (!found) return null;
  const [, , trackFolder = '', lessonFolder = ''] = found.path.split('/');
  return lessonByPath(trackFolder, lessonFolder);
}
