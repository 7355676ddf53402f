/**
 * Whether a request that changes something comes from a page of ours (or from no page at all, which is what `none`
 * says). Browsers send Sec-Fetch-Site over https and on localhost; elsewhere their Origin must be ours. A request with
 * neither is refused: every browser sends one of them, and failing open would let the oldest through.
 */
export function isSameOrigin(headers: Headers, baseUrl: string): boolean {
  const site = headers.get('sec-fetch-site');
  if (site) return site === 'same-origin' || site === 'none';
  const origin = headers.get('origin');
  if (!origin) return false;
  return origin === baseUrl || (URL.canParse(origin) && new URL(origin).host === headers.get('host'));
}
