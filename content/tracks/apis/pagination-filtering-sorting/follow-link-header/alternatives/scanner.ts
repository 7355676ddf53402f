type Link = { target: string; rel: string[] };

/** A position that only moves forward, as in appendix B.2 of RFC 8288. */
function parse(header: string): Link[] {
  const links: Link[] = [];
  let at = 0;
  const skip = (chars: string) => {
    while (at < header.length && chars.includes(header[at]!)) at++;
  };
  const takeUntil = (chars: string) => {
    const start = at;
    while (at < header.length && !chars.includes(header[at]!)) at++;
    return header.slice(start, at);
  };
  const quotedValue = () => {
    let value = '';
    for (at++; at < header.length && header[at] !== '"'; at++) {
      if (header[at] === '\\') at++;
      value += header[at];
    }
    at++;
    return value;
  };

  for (skip(' \t,'); header[at] === '<'; skip(' \t,')) {
    at++;
    const target = takeUntil('>');
    at++;
    let rel: string[] | undefined;
    for (skip(' \t'); header[at] === ';'; skip(' \t')) {
      at++;
      skip(' \t');
      const name = takeUntil(' \t=;,').toLowerCase();
      skip(' \t');
      let value = '';
      if (header[at] === '=') {
        at++;
        skip(' \t');
        value = header[at] === '"' ? quotedValue() : takeUntil(' \t;,');
      }
      if (name === 'rel') rel ??= value.toLowerCase().split(' ').filter(Boolean);
    }
    links.push({ target, rel: rel ?? [] });
  }
  return links;
}

export const linkTarget = (header: string, rel: string) =>
  parse(header).find((link) => link.rel.includes(rel.toLowerCase()))?.target ?? null;
