import { createHash } from 'node:crypto';
import { THEME_SCRIPT } from '../theme-script.ts';

/** What scripts a page may run: inline ones by hash where the page is a file, by nonce where it is made per request. */
export type ScriptSources = { hashes: string } | { nonce: string };

const themeHash = `'sha256-${createHash('sha256').update(THEME_SCRIPT).digest('base64')}'`;

/** The content security policy of a page. `development` lets in what the development server needs, `recording` what was recorded. */
export function contentSecurityPolicy(
  scripts: ScriptSources,
  { development, recording = false }: { development: boolean; recording?: boolean },
): string {
  const allowed = 'nonce' in scripts ? `'nonce-${scripts.nonce}' 'strict-dynamic' ${themeHash}` : scripts.hashes;
  return [
    `default-src 'self'`,
    `script-src 'self' ${allowed}${development ? ` 'unsafe-eval'` : ''}`,
    // The editor writes style elements; the first page's policy stays in force while the reader moves between pages, so
    // this cannot be for the editor's page alone.
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self' data:`,
    `connect-src 'self'${development ? ' ws:' : ''}`,
    // To play back what was recorded on the page.
    ...(recording ? [`media-src 'self' blob:`] : []),
    `worker-src 'self'`,
    `object-src 'none'`,
    `base-uri 'self'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}
