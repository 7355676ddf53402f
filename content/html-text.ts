/** The words of HTML that our own compiler made, without blocks of code and diagrams. */
export function textOf(html: string): string {
  return html
    .replace(noise, ' ')
    .replace(inlineTag, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(
      /&(?:#x([0-9a-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/gi,
      (_whole, hex?: string, decimal?: string, name = '') =>
        hex ? String.fromCodePoint(parseInt(hex, 16)) : decimal ? String.fromCodePoint(Number(decimal)) : named[name]!,
    )
    .replace(/\s+/g, ' ')
    .trim();
}

const noise = /<pre[\s>][\s\S]*?<\/pre>|<svg[\s>][\s\S]*?<\/svg>|<a class="anchor"[\s\S]*?<\/a>/g;
const inlineTag = /<\/?(?:a|abbr|b|code|del|em|i|kbd|span|strong|sub|sup)(?:\s[^>]*)?>/g;
const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
