import type { Metadata } from 'next';
import { Suspense } from 'react';
import { PageHeader } from '#components/page-header';
import { LoadingState } from '#components/state-block';
import { PrintButton } from '../../progress/print-button.tsx';
import { Stories } from './stories.tsx';

export const metadata: Metadata = {
  title: 'Stories',
  description:
    'Write the stories you tell in a behavioural interview as situation, task, action and result, see which theme has none yet, and rehearse them against the clock.',
};

export default function StoriesPage() {
  return (
    <div className="page">
      <PageHeader
        title="Stories"
        lede="What you have done, told as situation, task, action and result: two minutes each, with a story for every theme an interviewer asks about."
      >
        <PrintButton />
      </PageHeader>
      <Suspense fallback={<LoadingState title="Loading your stories" lines={10} />}>
        <Stories />
      </Suspense>
    </div>
  );
}
