import type { OutgoingHttpHeader, ServerResponse } from 'node:http';

export function isCompressible(response: ServerResponse): boolean {
  const { statusCode } = response;
  if (statusCode < 200 || [204, 206, 304].includes(statusCode) || response.hasHeader('content-encoding')) return false;
  if (String(response.getHeader('cache-control') ?? '').includes('no-transform')) return false;
  return types.test(String(response.getHeader('content-type') ?? ''));
}

const types =
  /^(?:text\/(?!event-stream)|image\/svg\+xml|font\/(?:ttf|otf)|application\/(?:javascript|json|xml|manifest\+json|problem\+json|ld\+json|wasm)\b)/i;

export function addVary(response: ServerResponse): void {
  const names = String(response.getHeader('vary') ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.some((name) => name === '*' || name.toLowerCase() === 'accept-encoding')) return;
  response.setHeader('vary', [...names, 'Accept-Encoding'].join(', '));
}

/** The same in meaning and not in its bytes. */
export function weakenTag(response: ServerResponse): void {
  const tag = response.getHeader('etag');
  if (typeof tag === 'string' && !tag.startsWith('W/')) response.setHeader('etag', `W/${tag}`);
}

export function setHeaders(response: ServerResponse, given: unknown): void {
  if (Array.isArray(given)) {
    const list = given as (string | [string, OutgoingHttpHeader])[];
    const pairs = list.every(Array.isArray)
      ? (list as [string, OutgoingHttpHeader][])
      : list.flatMap((name, at) => (at % 2 === 0 ? [[name, list[at + 1]] as [string, OutgoingHttpHeader]] : []));
    for (const [name] of pairs) response.removeHeader(name);
    for (const [name, value] of pairs) response.appendHeader(name, String(value));
    return;
  }
  for (const [name, value] of Object.entries((given ?? {}) as Record<string, OutgoingHttpHeader | undefined>)) {
    if (value !== undefined) response.setHeader(name, value);
  }
}

export function lengthOf(response: ServerResponse): number | null {
  const length = response.getHeader('content-length');
  return length === undefined ? null : Number(length);
}
