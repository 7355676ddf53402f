type Member = { type: string; required: boolean; values?: string[]; nullable?: boolean };
type Side = Record<string, Member>;
type Description = Record<string, { request: Side; response: Side }>;
type Break = { operation: string; side: 'request' | 'response' | null; member: string | null; change: string };

export function findBreaks(before: Description, after: Description): Break[] {
  return Object.keys(before)
    .filter((operation) => operation in after)
    .map((operation) => ({ operation, side: null, member: null, change: 'none' }));
}
