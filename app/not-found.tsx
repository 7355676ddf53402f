import type { Metadata } from 'next';
import { ButtonLink } from '#components/button';
import { Notice } from '#components/notice';

export const metadata: Metadata = { title: 'Page not found' };

export default function NotFound() {
  return (
    <Notice title="There is no page here" code="404">
      <p>
        The address may have a typo, or the page has moved. Lessons and exercises keep their progress when they move.
      </p>
      <p>
        <ButtonLink href="/search" variant="primary">
          Search
        </ButtonLink>
        <ButtonLink href="/learn">See all lessons</ButtonLink>
        <ButtonLink href="/practice">See all exercises</ButtonLink>
      </p>
    </Notice>
  );
}
