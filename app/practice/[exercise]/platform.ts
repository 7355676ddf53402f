'use client';
import { useSyncExternalStore } from 'react';

export type Platform = 'apple' | 'other';

/** Which keys the learner's keyboard has; `other` until the browser can be asked. */
export function usePlatform(): Platform {
  return useSyncExternalStore(neverChanges, platform, () => 'other');
}

const neverChanges = () => () => undefined;

function platform(): Platform {
  return /Mac|iPhone|iPad/.test(navigator.userAgent) ? 'apple' : 'other';
}
