// caught by: reads a comma inside a tag as part of the tag
type ConditionalRequest = { method: string; etag: string | null; ifMatch?: string; ifNoneMatch?: string };
type EntityTag = { weak: boolean; opaque: string };

function parseTags(value: string): EntityTag[] {
  return value.split(',').map((item) => {
    const tag = item.trim();
    return { weak: tag.startsWith('W/'), opaque: tag.replace(/^W\//, '') };
  });
}

const equalStrongly = (a: EntityTag, b: EntityTag) => a.opaque === b.opaque && !a.weak && !b.weak;
const equalWeakly = (a: EntityTag, b: EntityTag) => a.opaque === b.opaque;

/** Whether `*` or one of the listed tags stands for what exists now. */
function selects(value: string, etag: string | null, equal: (a: EntityTag, b: EntityTag) => boolean): boolean {
  if (etag === null) return false;
  if (value.trim() === '*') return true;
  const current = { weak: etag.startsWith('W/'), opaque: etag.replace(/^W\//, '') };
  return parseTags(value).some((tag) => equal(tag, current));
}

export function evaluatePreconditions({
  method,
  etag,
  ifMatch,
  ifNoneMatch,
}: ConditionalRequest): 304 | 412 | 'proceed' {
  if (ifMatch !== undefined && !selects(ifMatch, etag, equalStrongly)) return 412;
  if (ifNoneMatch !== undefined && selects(ifNoneMatch, etag, equalWeakly)) {
    return method === 'GET' || method === 'HEAD' ? 304 : 412;
  }
  return 'proceed';
}
