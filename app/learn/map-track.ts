import type { TrackSummary } from '#content/load';
import type { MapTrack } from './track-section.tsx';

/** What the map needs of a track: the rest stays on the server. */
export function mapTrack({ id, title, summary, hue, path, lessons }: TrackSummary): MapTrack {
  return {
    id,
    title,
    summary,
    hue,
    path,
    lessons: lessons.map((lesson) => ({
      id: lesson.id,
      title: lesson.title,
      summary: lesson.summary,
      path: lesson.path,
      level: lesson.level,
      minutes: lesson.minutes,
      skills: lesson.skills,
      needs: lesson.needs,
      exerciseIds: lesson.exercises.map((exercise) => exercise.id),
    })),
  };
}
