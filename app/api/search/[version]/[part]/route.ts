import { brotliCompressSync, constants } from 'node:zlib';
import { searchIndex, searchTexts, searchVersion } from '#content/load';
import { methods } from '../../../http/methods.ts';
import { problem } from '../../../http/problem.ts';

type Context = { params: Promise<{ version: string; part: string }> };

const parts: Record<string, () => unknown> = { index: searchIndex, texts: searchTexts };

/**
 * The search index in two parts, for the search in the browser. The same for everybody and new under every version, so
 * that it is fetched once. A page from before a deploy asks for an older version: it gets the new one, unkept.
 */
export const { GET, POST, PUT, PATCH, DELETE } = methods<Context>({
  GET: async (request, { params }) => {
    const { version, part } = await params;
    if (!Object.hasOwn(parts, part)) return problem('not-found', 'The search index has the parts index and texts.');
    const headers = new Headers({
      'content-type': 'application/json',
      'cache-control': version === searchVersion() ? 'public, max-age=31536000, immutable' : 'no-cache',
      vary: 'accept-encoding',
    });
    if (!/\bbr\b/.test(request.headers.get('accept-encoding') ?? '')) return new Response(textOf(part), { headers });
    headers.set('content-encoding', 'br');
    return new Response(compressed(part), { headers });
  },
});

const textOf = (part: string) => JSON.stringify(parts[part]?.());

const known = new Map<string, Uint8Array<ArrayBuffer>>();

/** Slow and thorough, once: Next itself would only gzip, and again for each request. */
function compressed(part: string): Uint8Array<ArrayBuffer> {
  const key = `${part} ${searchVersion()}`;
  const before = known.get(key);
  if (before) return before;
  const made = brotliCompressSync(textOf(part), { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } });
  known.set(key, made);
  return made;
}
