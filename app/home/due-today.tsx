'use client';

import { ButtonLink } from '#components/button';
import { plural } from '#components/labels';
import { useMe } from '#components/me';

/** The third thing to press on the start page, for those who have reviews due today; nobody else sees it. */
export function DueToday() {
  const state = useMe();
  const due = state.status === 'ready' ? state.me.due : 0;
  if (due === 0) return null;
  return (
    <ButtonLink href="/review" variant="quiet">
      {plural(due, 'review')} due today
    </ButtonLink>
  );
}
