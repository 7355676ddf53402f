import { notFound } from 'next/navigation';
import { exercisePage, tracks } from '#content/load';
import { FailureExamples } from './home/failure-examples.tsx';
import { GradingInWords } from './home/grading-in-words.tsx';
import { Hero } from './home/hero.tsx';
import { TrackContents } from './home/track-contents.tsx';
import { LiveExercise } from './practice/[exercise]/live-exercise.tsx';
import { workbenchExercise } from './practice/[exercise]/workbench-exercise.ts';
import { steps } from './steps.ts';

/** Short enough to be read on the start page, and with a mistake in it that nearly everybody makes first. */
const liveExerciseId = 'dedupe-webhook-events';

export default function HomePage() {
  const exercise = exercisePage(liveExerciseId) ?? notFound();
  return (
    <>
      <Hero steps={steps()} exercise={{ title: exercise.title, summary: exercise.summary }}>
        <LiveExercise exercise={workbenchExercise(exercise)} path={exercise.path} />
      </Hero>
      <FailureExamples />
      <TrackContents tracks={tracks()} />
      <GradingInWords />
    </>
  );
}
