import { PageHeader } from '#components/page-header';
import { LoadingState } from '#components/state-block';

export default function ProgressLoading() {
  return (
    <div className="page">
      <PageHeader title="Progress" />
      <LoadingState title="Counting what you have done." lines={8} />
    </div>
  );
}
