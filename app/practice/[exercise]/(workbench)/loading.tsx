import { Notice } from '#components/notice';

export default function Loading() {
  return (
    <Notice title="Opening the exercise">
      <p role="status">The task and your code are on their way.</p>
    </Notice>
  );
}
