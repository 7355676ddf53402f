/** What the file of a service may import; the same list for the bundle, the transpiler and the message. */
export const webModules: readonly string[] = [
  'hono',
  'hono/cookie',
  'hono/factory',
  'hono/http-exception',
  'hono/validator',
  'zod',
  'underpin',
];
