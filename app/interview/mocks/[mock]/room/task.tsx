'use client';
import { EmptyState } from '#components/state-block';
import { WrittenPart } from '../written/written-part.tsx';
import { QuietBench } from './quiet-bench.tsx';
import { QuietReview } from './quiet-review.tsx';
import type { RoomTask } from './room-task.ts';
import styles from './room.module.css';

type Props = { mockId: string; task: RoomTask; busy: boolean; onGraded: () => void };

export function Task({ mockId, task, busy, onGraded }: Props) {
  if (task.type === 'exercise') {
    return (
      <QuietBench mockId={mockId} partId={task.part.id} exercise={task.exercise} onGraded={onGraded}>
        {task.task}
      </QuietBench>
    );
  }
  if (task.type === 'review') {
    const { part, exercise, review } = task;
    return (
      <QuietReview mockId={mockId} partId={part.id} exercise={exercise} review={review} onGraded={onGraded}>
        {task.task}
      </QuietReview>
    );
  }
  if (task.type === 'question') {
    const { part, question, answer, version } = task;
    return (
      <div className={`page ${styles.written}`}>
        <WrittenPart
          mockId={mockId}
          part={part}
          question={question}
          answer={answer}
          version={version}
          disabled={busy}
        />
      </div>
    );
  }
  return (
    <div className="page">
      <EmptyState title="This task is no longer here.">
        The material of this server was changed since your interview began. Go on with the other tasks; this one counts
        for nothing.
      </EmptyState>
    </div>
  );
}
