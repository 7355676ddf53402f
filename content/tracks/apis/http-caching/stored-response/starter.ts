type Stored = { headers: Record<string, string>; requestedAt: number; receivedAt: number };
type Use = 'fresh' | 'stale' | 'validate';

export function reuse(
  stored: Stored,
  now: number,
  cache: 'shared' | 'private',
): { age: number; lifetime: number; use: Use } | null {
  return cache === 'shared' ? null : { age: now - stored.receivedAt, lifetime: 0, use: 'validate' };
}
