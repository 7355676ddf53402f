import type { Metadata } from 'next';
import { exercisePage, questionPage } from '#content/load';
import type { Mock } from '#db/mocks';
import type { MockPart, PlannedPart } from '#lib/mock';
import { phaseOf } from '#lib/mock-clock';
import { workbenchExercise, type WorkbenchExercise } from '../../../practice/[exercise]/workbench-exercise.ts';
import { clockOf } from '../mock-clock-answer.ts';
import { ownMock } from '../own-mock.ts';
import { QuietTask } from './room/quiet-task.tsx';
import type { RoomTask } from './room/room-task.ts';
import { Room } from './room/room.tsx';

export const metadata: Metadata = {
  title: 'Mock interview',
  description: 'A rehearsal against the clock: tasks one after another, without hints.',
};

type Props = { params: Promise<{ mock: string }> };

export default async function MockPage({ params }: Props) {
  const mock = await ownMock((await params).mock);
  // What a browser is sent can be read in it: of the rounds to come not even the names of the tasks.
  const parts = mock.parts.map(({ id, type, round }): PlannedPart => ({ id, type, round }));
  return (
    <Room
      key={mock.id}
      mock={{ id: mock.id, kind: mock.kind, parts }}
      clock={clockOf(mock, new Date())}
      tasks={tasksOf(mock)}
    />
  );
}

/** Of the round that runs alone: neither a pause nor a break is for reading ahead. */
function tasksOf(mock: Mock): RoomTask[] {
  const phase = phaseOf(mock.rounds);
  if (phase.name !== 'running') return [];
  return mock.parts.filter(({ round }) => round === phase.round.kind).map((part) => taskOf(mock, part));
}

function taskOf(mock: Mock, part: MockPart): RoomTask {
  const gone = { type: 'gone', part, title: 'No longer here' } as const;
  if (part.type === 'question') {
    const page = questionPage(part.questionId);
    if (!page) return gone;
    const { title, promptHtml } = page;
    const { answer = { sections: {}, diagram: '' }, version = 0 } = mock.answers[part.id] ?? {};
    return { type: 'question', part, title, question: { title, promptHtml }, answer, version };
  }
  const page = exercisePage(part.exerciseId);
  if (!page) return gone;
  const task = <QuietTask page={page} minutes={part.minutes} />;
  if (page.answers?.kind === 'review') {
    const { id, title } = page;
    const { artefact, defects, falseMarksMax, markLinesMax } = page.answers;
    const review = { artefact: { name: artefact.name, linesHtml: artefact.linesHtml }, defects };
    return {
      ...{ type: 'review', part, title, exercise: { id, title }, task },
      review: { ...review, falseMarksMax, markLinesMax },
    };
  }
  if (page.answers) return gone;
  const exercise = inLanguage(workbenchExercise(page), mock.language);
  return { type: 'exercise', part, title: page.title, exercise, task };
}

/** In the language that was chosen, where the exercise leaves the choice. */
function inLanguage(exercise: WorkbenchExercise, language: Mock['language']): WorkbenchExercise {
  const chosen = exercise.files.find((file) => file.language === language);
  // Neither how many tests there are nor what they are called is told in an interview.
  const quiet = { ...exercise, visibleTests: [], hiddenTestCount: 0, hintCount: 0, next: null };
  return exercise.submits === 'one' && chosen ? { ...quiet, files: [chosen] } : quiet;
}
