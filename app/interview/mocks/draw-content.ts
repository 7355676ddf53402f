import { exercisePage, exercises, questions, tracks, type TrackSummary } from '#content/load';
import type { DrawContent } from './draw.ts';

/** Read once for each version of the index: which exercises go on from others stands in the page of each. */
const contentByIndex = new WeakMap<TrackSummary[], DrawContent>();

/** All that a mock can be drawn from. */
export function drawContent(): DrawContent {
  const index = tracks();
  const known = contentByIndex.get(index);
  if (known) return known;
  const content = {
    exercises: exercises().map((exercise) => ({
      ...exercise,
      goesOn: Boolean(exercisePage(exercise.id)?.step?.continues),
    })),
    questions: questions(),
  };
  contentByIndex.set(index, content);
  return content;
}
