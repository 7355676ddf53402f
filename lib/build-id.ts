/** Names the build that this page's code is of; the server says the same of each page it sends. */
export const buildId = process.env.NEXT_PUBLIC_UNDERPIN_BUILD ?? 'development';

/** The header with the build that answered. */
export const buildHeader = 'x-underpin-build';
