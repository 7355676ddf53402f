import type { TrackSummary } from '#content/load';

export type Project = { title: string; steps: { title: string; passed: boolean }[] };

/** The track whose lessons are builds of several steps. */
const projectsTrack = 'projects';

/** Every project with its steps in order, and which of them the learner has passed. */
export function projectsOf(tracks: readonly TrackSummary[], passed: ReadonlySet<string>): Project[] {
  const lessons = tracks.find(({ id }) => id === projectsTrack)?.lessons ?? [];
  return lessons.map(({ title, exercises }) => ({
    title,
    steps: exercises
      // A text is never graded.
      .filter(({ kind }) => kind !== 'write')
      .map((exercise) => ({ title: exercise.title, passed: passed.has(exercise.id) })),
  }));
}
