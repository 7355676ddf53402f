import type { Metadata } from 'next';
import { duration, plural } from '#components/labels';
import { PageHeader } from '#components/page-header';
import { PathLink } from '#components/path-link';
import { tracks } from '#content/load';
import { aheadOf } from '../ahead.ts';
import { LearnMap } from './learn-map.tsx';
import { mapTrack } from './map-track.ts';
import { Recommended } from './recommended.tsx';

export const metadata: Metadata = {
  title: 'Learn',
  description: 'Every track and lesson of Underpin with its level, reading time and exercises. Nothing is locked.',
};

export default function LearnPage() {
  const all = tracks();
  const lessons = all.flatMap((track) => track.lessons);
  const start = aheadOf({ lessons: {}, exercises: {}, lastVisited: null }).next;
  const minutes = lessons.reduce((sum, lesson) => sum + lesson.minutes, 0);
  return (
    <div className="page">
      <PageHeader
        title="Learn"
        lede={`${plural(lessons.length, 'lesson')} in ${plural(all.length, 'track')}, about ${duration(minutes)} of reading. Nothing is locked: start where you like, or follow the order.`}
      >
        <Recommended start={start} />
        <p>
          Not new to this? <PathLink href="/placement">Find your starting point</PathLink>
        </p>
      </PageHeader>
      <LearnMap tracks={all.map(mapTrack)} start={start} />
    </div>
  );
}
