import { PageHeader } from '#components/page-header';
import { PathLink } from '#components/path-link';
import { LoadingState } from '#components/state-block';

export default function ProgressLoading() {
  return (
    <div className="page">
      <PageHeader title="Progress" />
      <LoadingState
        title="Counting what you have done."
        lines={8}
        withoutScripts={
          <>
            The <PathLink href="/progress/readiness">readiness report</PathLink> and{' '}
            <PathLink href="/progress/history">your submissions</PathLink> open without it.
          </>
        }
      />
    </div>
  );
}
