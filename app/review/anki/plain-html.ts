const kept = new Set(
  'a b blockquote br code dd dl dt em h2 h3 h4 h5 hr i kbd li ol p pre strong sub sup table tbody td th thead tr u ul'.split(
    ' ',
  ),
);
/** What is in these is no text: pictures, buttons of ours, formulas. */
const dropped = /<(svg|script|style|button|noscript|template)\b[^>]*>[\s\S]*?<\/\1>/gi;
/** A tag with its attributes; a `>` in a quoted value does not end it. */
const tag = /<(\/?)([a-z][a-z0-9-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/gi;

/**
 * Our compiled HTML as another program can show it: elements of text alone, without our classes, colours and pictures, and
 * with links that lead back here.
 */
export function plainHtml(html: string, baseUrl: string): string {
  return html
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replaceAll(dropped, '')
    .replaceAll(tag, (_all, slash: string, name: string, attributes: string) => {
      const element = name.toLowerCase();
      if (!kept.has(element)) return '';
      if (element !== 'a' || slash) return `<${slash}${element}>`;
      const href = /\shref="([^"]*)"/.exec(attributes)?.[1];
      return href === undefined || href.startsWith('#') ? '<a>' : `<a href="${absolute(href, baseUrl)}">`;
    })
    .trim();
}

function absolute(href: string, baseUrl: string): string {
  return href.startsWith('/') && !href.startsWith('//') ? `${baseUrl.replace(/\/$/, '')}${href}` : href;
}
