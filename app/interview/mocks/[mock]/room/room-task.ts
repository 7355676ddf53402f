import type { ReactNode } from 'react';
import type { MockPart, WrittenAnswer } from '#lib/mock';
import type { ReviewTask } from '../../../../practice/[exercise]/review/marking.tsx';
import type { WorkbenchExercise } from '../../../../practice/[exercise]/workbench-exercise.ts';

type Part<Type extends MockPart['type']> = Extract<MockPart, { type: Type }>;

/** What the running page needs of a part. It is sent for the round that runs alone, and while that is paused not at all. */
export type RoomTask =
  | { type: 'exercise'; part: Part<'exercise'>; title: string; exercise: WorkbenchExercise; task: ReactNode }
  | {
      type: 'review';
      part: Part<'exercise'>;
      title: string;
      exercise: { id: string; title: string };
      review: ReviewTask;
      task: ReactNode;
    }
  | {
      type: 'question';
      part: Part<'question'>;
      title: string;
      question: { title: string; promptHtml: string };
      answer: WrittenAnswer;
      version: number;
    }
  /** The material was changed since the mock was drawn, and has it no more. */
  | { type: 'gone'; part: MockPart; title: string };
