// caught by: compares weakly for If-None-Match
type ConditionalRequest = { method: string; etag: string | null; ifMatch?: string; ifNoneMatch?: string };

export function evaluatePreconditions({ method, etag, ifMatch, ifNoneMatch }: ConditionalRequest) {
  const holds = (value: string) => etag !== null && (value === '*' || value.includes(etag));
  if (ifMatch && !holds(ifMatch)) return 412;
  if (ifNoneMatch && holds(ifNoneMatch)) return method === 'GET' || method === 'HEAD' ? 304 : 412;
  return 'proceed';
}
