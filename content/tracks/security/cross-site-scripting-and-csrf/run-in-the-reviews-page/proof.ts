// A browser in small: it reads a page as the HTML standard says and finds the code that would run in it. It runs nothing.

type Tag = { name: string; attributes: Map<string, string>; text: string };

const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  colon: ':',
  Tab: '\t',
  NewLine: '\n',
  lpar: '(',
  rpar: ')',
  sol: '/',
  period: '.',
};

/** Character references, as in text and in attributes. */
const decoded = (text: string) =>
  text.replace(/&(?:#x([0-9a-f]+);?|#([0-9]+);?|([a-z]+);)/gi, (all, hex, decimal, name) => {
    if (name !== undefined) return Object.hasOwn(named, name) ? named[name]! : all;
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });

/** The elements of a page in their order, as the tokenizer of the HTML standard finds them; `text` is what follows the start tag, up to the next tag. */
function elements(html: string): Tag[] {
  const found: Tag[] = [];
  const raw = /^(?:script|style|xmp|iframe|noembed|noframes|noscript|title|textarea)$/;
  let at = 0;
  let last: Tag | undefined;
  while (at < html.length) {
    const next = html.indexOf('<', at);
    const until = next === -1 ? html.length : next;
    if (last !== undefined) last.text += decoded(html.slice(at, until));
    at = until;
    if (at >= html.length) break;
    const rest = html.slice(at);
    if (rest.startsWith('<!--')) {
      const end = /^<!--(?:>|->)|--!?>/.exec(rest);
      at = end === null ? html.length : at + end.index + end[0].length;
    } else if (/^<(?:[!?]|\/[^a-z])/i.test(rest)) {
      const end = html.indexOf('>', at);
      at = end === -1 ? html.length : end + 1;
    } else if (/^<\/?[a-z]/i.test(rest)) {
      const closing = rest[1] === '/';
      const [start = '', name = ''] = /^<\/?([^\s/>]+)/.exec(rest) ?? [];
      at += start.length;
      const attributes = new Map<string, string>();
      for (;;) {
        at += (/^[\s/]*/.exec(html.slice(at)) ?? [''])[0].length;
        if (at >= html.length || html[at] === '>') break;
        const [all = '', key = '', , double, single, bare] =
          /^(=?[^\s/>=]*)(\s*=\s*(?:"([^"]*)(?:"|$)|'([^']*)(?:'|$)|([^\s>]*)))?/.exec(html.slice(at)) ?? [];
        at += Math.max(all.length, 1);
        const value = decoded(double ?? single ?? bare ?? '');
        if (!attributes.has(key.toLowerCase())) attributes.set(key.toLowerCase(), value);
      }
      if (at >= html.length) break; // a tag that never ends is dropped
      at += 1;
      last = { name: name.toLowerCase(), attributes, text: '' };
      if (closing) continue;
      found.push(last);
      if (!raw.test(last.name)) continue;
      const end = new RegExp(`</${last.name}(?=[\\s/>])`, 'i').exec(html.slice(at));
      const inside = html.slice(at, end === null ? html.length : at + end.index);
      last.text = /^(?:title|textarea)$/.test(last.name) ? decoded(inside) : inside;
      at += inside.length;
      last = undefined;
    } else {
      if (last !== undefined) last.text += '<';
      at += 1;
    }
  }
  return found;
}

/** The programs of a page: scripts, event handlers and addresses that are code. Somebody clicks on everything. */
function programs(html: string): string[] {
  return elements(html).flatMap(({ name, attributes, text }) => {
    const found: string[] = [];
    const type = (attributes.get('type') ?? '').trim();
    const isScript = /^(?:|module|(?:text|application)\/(?:java|ecma)script)$/i.test(type);
    if (name === 'script' && isScript && !attributes.has('src')) found.push(text);
    for (const [key, value] of attributes) {
      if (/^on[a-z]+$/.test(key)) found.push(value);
      if (key === 'srcdoc' && name === 'iframe') found.push(...programs(value));
      if (!/^(?:href|src|action|formaction|data|xlink:href)$/.test(key)) continue;
      if (/^(?:img|script|audio|video|source|link|track)$/.test(name)) continue;
      // As the URL standard: control characters and spaces before it, tabs and line breaks within, do not count.
      // eslint-disable-next-line no-control-regex
      const url = value.replace(/^[\u0000-\u0020]+/, '').replace(/[\t\n\r]/g, '');
      if (!/^javascript:/i.test(url)) continue;
      try {
        found.push(decodeURIComponent(url.slice('javascript:'.length)));
      } catch {
        found.push(url.slice('javascript:'.length));
      }
    }
    return found;
  });
}

/** Whether a program calls the function, outside of texts and comments. */
function calls(program: string, name: string): boolean {
  const tokens =
    /\/\/[^\n]*|<!--[^\n]*|\/\*[^]*?(?:\*\/|$)|"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*'|`(?:[^`\\]|\\[^])*`|["'`]|[\w$]+|\s+|[^]/g;
  const code = (program.match(tokens) ?? []).filter((token) => !/^(?:\/\/|<!--|\/\*|\s)/.test(token));
  if (code.some((token) => /^["'`]$/.test(token))) return false; // a text that never ends: a syntax error
  return code.some((token, at) => token === name && /^[(`]/.test(code[at + 1] ?? '') && code[at - 1] !== '.');
}

proof({
  wants: 'a page of the shop in which a browser would call your function',
  plant: ({ random }) => ({ call: `grab${random.string(10, 'abcdefghijkmnpqrstuvwxyz')}` }),
  succeeded: ({ answer, given }) =>
    /^text\/html\b/i.test(answer.headers['content-type']) &&
    programs(String(answer.body)).some((program) => calls(program, given.call)),
});
