import type { Metadata } from 'next';
import { PageHeader } from '#components/page-header';
import { PathLink } from '#components/path-link';
import { WithoutScripts } from '#components/without-scripts';
import { postingTerms, tracks } from '#content/load';
import { isGraded } from '#lib/graded';
import { Posting } from './posting.tsx';
import type { PostingLesson } from './standing.ts';

export const metadata: Metadata = {
  title: 'Read a job posting',
  description:
    'Paste a job posting and see which of its demands you have shown, which are left, and which are not taught here. It is read in your browser and sent nowhere.',
};

export default function PostingPage() {
  const { terms, example } = postingTerms();
  const named = new Set(terms.flatMap((term) => [...term.lessons, ...term.near]));
  const lessons = tracks()
    .flatMap((track) => track.lessons)
    .filter(({ id }) => named.has(id))
    .map(({ id, title, path, exercises }): PostingLesson => ({
      id,
      title,
      path,
      exercises: exercises
        .filter(isGraded)
        .map((exercise) => ({ id: exercise.id, level: exercise.level, minutes: exercise.minutes })),
    }));
  return (
    <div className="page">
      <PageHeader
        title="Read a job posting"
        lede="What it asks for, against what you have shown here. It is read in this browser and sent nowhere."
      />
      <WithoutScripts>
        A posting is read by JavaScript in your browser, which is off. How to read one yourself is in{' '}
        <PathLink href="/learn/career/reading-a-job-description">Reading a job description</PathLink>.
      </WithoutScripts>
      <Posting terms={terms} example={example} lessons={lessons} />
    </div>
  );
}
