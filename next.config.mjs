/** @type {import('next').NextConfig} */
export default {
  // Native packages, and the sandbox process that is started as a program of its own, stay out of the bundle.
  serverExternalPackages: ['better-sqlite3', '@node-rs/argon2'],
  // Types are a step of `npm test`; who only wants to serve need not wait for them.
  typescript: { ignoreBuildErrors: true },
  // Named by its inputs, so that a page, the server and the service worker can tell whether they belong together.
  generateBuildId: () => process.env.NEXT_PUBLIC_UNDERPIN_BUILD ?? null,
  poweredByHeader: false,
  reactStrictMode: true,
  // Projects are lessons whose exercises are steps; people look for them here.
  redirects: () => [
    { source: '/projects', destination: '/learn/projects', permanent: true },
    { source: '/projects/:project', destination: '/learn/projects/:project', permanent: true },
  ],
  typedRoutes: true,
  // Three sheets for a page, where a cost of 40,000 made seven: each is a round trip before the first paint, which on a
  // phone is dearer than the few KB of styles that a page has no use for.
  experimental: { cssChunking: { type: 'graph', requestCost: 150000 } },
  // `next dev` would otherwise write instruction files into the repository.
  agentRules: false,
};
