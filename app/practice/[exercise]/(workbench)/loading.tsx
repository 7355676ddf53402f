import { LoadingState } from '#components/state-block';

export default function Loading() {
  return (
    <div className="page">
      <LoadingState title="The task and your code are on their way." lines={8} />
    </div>
  );
}
