type Request = { method: string; etag: string | null; ifMatch?: string; ifNoneMatch?: string };

/** Cuts the list at the commas that stand outside quotes. */
function splitList(value: string) {
  const items: string[] = [];
  let item = '';
  let quoted = false;
  for (const char of value) {
    if (char === '"') quoted = !quoted;
    if (char === ',' && !quoted) {
      items.push(item.trim());
      item = '';
    } else item += char;
  }
  return [...items, item.trim()];
}

const opaque = (tag: string) => (tag.startsWith('W/') ? tag.slice(2) : tag);

export function evaluatePreconditions(request: Request) {
  const { method, etag } = request;
  if (request.ifMatch !== undefined) {
    const listed = splitList(request.ifMatch);
    const holds = etag !== null && (listed[0] === '*' || (!etag.startsWith('W/') && listed.includes(etag)));
    if (!holds) return 412;
  }
  if (request.ifNoneMatch !== undefined && etag !== null) {
    const listed = splitList(request.ifNoneMatch).map(opaque);
    if (listed[0] === '*' || listed.includes(opaque(etag))) return ['GET', 'HEAD'].includes(method) ? 304 : 412;
  }
  return 'proceed';
}
