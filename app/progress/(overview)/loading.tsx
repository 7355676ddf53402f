import { PageHeader } from '#components/page-header';

export default function ProgressLoading() {
  return (
    <div className="page" aria-busy="true">
      <PageHeader title="Progress" lede="Counting what you have done." />
    </div>
  );
}
