'use client';

import { ButtonLink } from '#components/button';
import { useMe } from '#components/me';
import { wayOn } from './way-on.ts';

/** The way in for newcomers becomes the way on for those who return; one place, so that nothing moves. */
export function ContinueLink({ start }: { start: string }) {
  const state = useMe();
  const { words, path } = wayOn(start, state.status === 'ready' ? state.me : null);
  return (
    <ButtonLink href={path} variant="primary">
      {words}
    </ButtonLink>
  );
}
