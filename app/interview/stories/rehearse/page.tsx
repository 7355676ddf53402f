import type { Metadata } from 'next';
import { Suspense } from 'react';
import { PageHeader } from '#components/page-header';
import { LoadingState } from '#components/state-block';
import { Rehearse } from './rehearse.tsx';

export const metadata: Metadata = {
  title: 'Rehearse a story',
  description: 'Tell one of your stories in two minutes, against the clock, and listen to yourself if you like.',
};

/** The only page whose headers allow the microphone: `app/security/headers.ts`. */
export default function RehearsePage() {
  return (
    <div className="page">
      <PageHeader title="Rehearse a story" lede="Tell it aloud in two minutes, as you would across a table." />
      <Suspense fallback={<LoadingState title="Loading the story" lines={3} />}>
        <Rehearse />
      </Suspense>
    </div>
  );
}
