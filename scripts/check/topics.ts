import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ContentError } from '#content/content-error';
import { checkShape, readYaml } from '#content/front-matter';
import type { LessonSource } from '#content/read-tree';
import { type Topic, topicsSchema } from '#content/schema';

export type KnownTopic = Topic & { file: string };

/** The topics of all content folders. Throws a ContentError when a list is broken. */
export function readTopics(roots: string[]): KnownTopic[] {
  return roots.flatMap((root) => {
    const file = path.join(root, 'topics.yaml');
    if (!existsSync(file)) return [];
    const topics = checkShape(topicsSchema, file, readYaml(file, readFileSync(file, 'utf8')));
    return topics.map((topic) => ({ ...topic, file }));
  });
}

/** Every topic of a lesson must be listed, and every listed topic taught and practised. */
export function checkTopics(topics: KnownTopic[], lessons: LessonSource[]): ContentError[] {
  const ids = topics.map((topic) => topic.id);
  const unknown = lessons.flatMap((lesson) =>
    lesson.meta.topics
      .filter((id) => !ids.includes(id))
      .map(
        (id) =>
          new ContentError(lesson.file, `has the topic ${id}, which is not listed`, 'Add it to content/topics.yaml'),
      ),
  );
  const untouched = topics.flatMap((topic, index) => {
    const report = (problem: string, remedy: string) => [
      new ContentError(topic.file, `${topic.id} ${problem}`, remedy),
    ];
    if (ids.indexOf(topic.id) !== index) return report('is listed twice', 'Remove one of the two');
    const teaching = lessons.filter((lesson) => lesson.meta.topics.includes(topic.id));
    if (teaching.length === 0)
      return report('is taught by no lesson', 'Add it to the topics of a lesson, or take it off');
    if (teaching.every((lesson) => lesson.exercises.length === 0)) {
      return report(
        'is practised by no exercise',
        `Add an exercise to ${teaching.map(({ meta }) => meta.id).join(' or ')}`,
      );
    }
    return [];
  });
  return [...unknown, ...untouched];
}
