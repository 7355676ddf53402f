import type { Metadata } from 'next';
import { plural } from '#components/labels';
import { PageHeader } from '#components/page-header';
import { tracks } from '#content/load';
import { isGraded } from '#lib/graded';
import { ListOfExercises } from './list.tsx';

export const metadata: Metadata = {
  title: 'Practice',
  description:
    'All exercises of Underpin: search them, filter by skill, level, kind and status, and begin without an account.',
};

export default function PracticePage() {
  const all = tracks().flatMap((track) =>
    track.lessons.flatMap((lesson) =>
      lesson.exercises.map(({ id, title, summary, kind, level, minutes, skills, path }) => ({
        id,
        title,
        summary,
        kind,
        level,
        minutes,
        skills,
        path,
        hue: track.hue,
        lesson: lesson.title,
        lessonId: lesson.id,
      })),
    ),
  );
  const graded = all.filter(isGraded);
  return (
    <div className="page">
      <PageHeader
        title="Practice"
        lede={`${plural(graded.length, 'exercise')}, graded test by test, and ${plural(all.length - graded.length, 'text')} that you score yourself. Before a test is published, its reference has passed it, and the mistakes people make have failed on the one that is about them.`}
      />
      <ListOfExercises exercises={all} />
    </div>
  );
}
