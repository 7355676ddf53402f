import type { NextResponse } from 'next/server';
import type { PartState } from '#lib/mock-clock';
import { problem } from '../http/problem.ts';

type Refusal =
  | { outcome: 'not-found' }
  | { outcome: 'refused'; state: PartState }
  | { outcome: 'conflict'; current: Record<string, unknown> };

/** Why something that belongs to a part of a mock was not saved, in words. */
export function refusedPart(refusal: Refusal): NextResponse {
  switch (refusal.outcome) {
    // The same answer for somebody else's as for none at all, so that nobody learns which ids exist.
    case 'not-found':
      return problem('not-found', 'You have no such part of a mock interview.');
    case 'conflict':
      return problem('stale-version', 'Another tab or device has saved this since.', { current: refusal.current });
    case 'refused':
      if (refusal.state === 'not-begun') return problem('mock-not-begun', 'This round has not begun yet.');
      return problem('mock-over', 'The time of this round is over. What was saved before is kept; this was not added.');
  }
}
