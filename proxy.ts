import { withPageHeaders } from '#app/security/page-headers';

export { withPageHeaders as proxy };

/** Pages alone: the API sets its own headers, and files of the build need none. A prefetch is data, not a document. */
export const config = {
  matcher: [
    {
      source: '/((?!api/|sw\\.js$|_next/static|_next/image).*)',
      missing: [
        { type: 'header', key: 'next-router-prefetch' },
        { type: 'header', key: 'purpose', value: 'prefetch' },
      ],
    },
  ],
};
