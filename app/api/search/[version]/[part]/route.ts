import { NextResponse } from 'next/server';
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
  GET: async (_request, { params }) => {
    const { version, part } = await params;
    if (!Object.hasOwn(parts, part)) return problem('not-found', 'The search index has the parts index and texts.');
    const caching = version === searchVersion() ? 'public, max-age=31536000, immutable' : 'no-cache';
    return NextResponse.json(parts[part]?.(), { headers: { 'cache-control': caching } });
  },
});
