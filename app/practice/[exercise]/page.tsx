import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { exercisePage, exercises, type ExercisePage } from '#content/load';
import { Instructions } from './instructions.tsx';
import { Workbench } from './workbench.tsx';
import type { WorkbenchExercise } from './workbench-exercise.ts';

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
  return (
    <Workbench key={page.id} exercise={workbenchExercise(page)}>
      <Instructions page={page} />
    </Workbench>
  );
}

async function pageOf(params: Props['params']): Promise<ExercisePage> {
  const { exercise } = await params;
  return exercisePage(exercise) ?? notFound();
}

function workbenchExercise(page: ExercisePage): WorkbenchExercise {
  const { id, title, files, visibleTests, hiddenTestCount, hintCount, expected, next, lesson } = page;
  const file = files.find(({ language }) => language !== 'python');
  if (!file) throw new Error(`The exercise ${id} has no file that the workbench can edit.`);
  const { name, starter, starterHtml } = file;
  const language = file.language === 'sql' ? 'sql' : 'typescript';
  return {
    id,
    title,
    file: { name, language, starter, starterHtml },
    visibleTests,
    hiddenTestCount,
    hintCount,
    expected,
    next,
    lesson: { title: lesson.title, path: lesson.path },
  };
}
