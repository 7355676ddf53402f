/** Where to go after signing in. Only a path of this site counts: anything else would be an open redirect. */
export function returnPath(search: string, origin: string): string {
  const wanted = new URLSearchParams(search).get('callbackUrl');
  if (!wanted) return '/progress';
  const url = URL.canParse(wanted, origin) ? new URL(wanted, origin) : null;
  // A path that begins with two slashes is another host to a browser.
  return url?.origin === origin && !url.pathname.startsWith('//')
    ? `${url.pathname}${url.search}${url.hash}`
    : '/progress';
}
