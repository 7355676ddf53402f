import type { TrackSummary } from '#content/load';
import { isGraded } from '#lib/graded';

/** `imported`: another server graded it, or nobody did, since a file can be edited. */
export type Pass = { solutionSeen: boolean; imported: boolean };

/** `pass` is null for a step that is not passed. */
export type Project = { title: string; steps: { title: string; pass: Pass | null }[] };

/** The track whose lessons are builds of several steps. */
const projectsTrack = 'projects';

/** Every project with its steps in order, and how the learner passed those that they have passed. */
export function projectsOf(tracks: readonly TrackSummary[], passes: ReadonlyMap<string, Pass>): Project[] {
  const lessons = tracks.find(({ id }) => id === projectsTrack)?.lessons ?? [];
  return lessons.map(({ title, exercises }) => ({
    title,
    steps: exercises
      .filter(isGraded)
      .map((exercise) => ({ title: exercise.title, pass: passes.get(exercise.id) ?? null })),
  }));
}
