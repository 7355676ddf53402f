import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { exercisePage, exercises, type ExercisePage } from '#content/load';
import { AnswersPage } from './answers/answers-page.tsx';
import { Instructions } from './instructions.tsx';
import { WithoutScripts } from './without-scripts.tsx';
import { Workbench } from './workbench.tsx';
import { workbenchExercise } from './workbench-exercise.ts';

// No loading.tsx here: React puts a long page behind such a boundary into a hidden part that a script swaps in, also in
// a static file, and where scripts are off the placeholder would stay.
export const dynamicParams = false;

export function generateStaticParams() {
  return exercises().map(({ id }) => ({ exercise: id }));
}

type Props = { params: Promise<{ exercise: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title, summary } = await pageOf(params);
  return { title, description: summary };
}

export default async function PracticeExercise({ params }: Props) {
  const page = await pageOf(params);
  if (page.answers) return <AnswersPage key={page.id} page={page} answers={page.answers} />;
  return (
    <Workbench key={page.id} exercise={workbenchExercise(page)}>
      <Instructions page={page} />
      <WithoutScripts page={page} />
    </Workbench>
  );
}

async function pageOf(params: Props['params']): Promise<ExercisePage> {
  const { exercise } = await params;
  return exercisePage(exercise) ?? notFound();
}
