'use client';

import Link from 'next/link';
import { useMe } from './me.tsx';

/** For owners alone: to all others the page behind it is not there. */
export function OperatorLink() {
  const state = useMe();
  if (state.status !== 'ready' || state.me.learner.kind !== 'account' || !state.me.learner.owner) return null;
  return (
    <li>
      <Link prefetch={false} href="/operator">
        Operator
      </Link>
    </li>
  );
}
