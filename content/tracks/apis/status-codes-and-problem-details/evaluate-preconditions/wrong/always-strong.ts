// caught by: compares weakly for If-None-Match
type ConditionalRequest = { method: string; etag: string | null; ifMatch?: string; ifNoneMatch?: string };
type EntityTag = { weak: boolean; opaque: string };

function parseTags(value: string): EntityTag[] {
  return [...value.matchAll(/(W\/)?("[^"]*")/g)].map(([, weak, opaque = '']) => ({ weak: weak !== undefined, opaque }));
}

const equalStrongly = (a: EntityTag, b: EntityTag) => a.opaque === b.opaque && !a.weak && !b.weak;

/** Whether `*` or one of the listed tags stands for what exists now. */
function selects(value: string, etag: string | null, equal: (a: EntityTag, b: EntityTag) => boolean): boolean {
  if (etag === null) return false;
  if (value.trim() === '*') return true;
  const [current] = parseTags(etag);
  return current !== undefined && parseTags(value).some((tag) => equal(tag, current));
}

export function evaluatePreconditions({
  method,
  etag,
  ifMatch,
  ifNoneMatch,
}: ConditionalRequest): 304 | 412 | 'proceed' {
  if (ifMatch !== undefined && !selects(ifMatch, etag, equalStrongly)) return 412;
  if (ifNoneMatch !== undefined && selects(ifNoneMatch, etag, equalStrongly)) {
    return method === 'GET' || method === 'HEAD' ? 304 : 412;
  }
  return 'proceed';
}
