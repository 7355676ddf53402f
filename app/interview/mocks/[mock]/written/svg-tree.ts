/** A picture that may be shown: every tag and attribute is one of ours. */
export type SvgNode = { tag: string; attributes: Record<string, string>; children: (SvgNode | string)[] };

/**
 * Reads the SVG that the renderer made of a learner's diagram. The renderer escapes what is written in it; this is the
 * second lock: what is not on the lists below makes the whole picture null, so that nothing that a label smuggles in can
 * become an element, a script or an address.
 */
export function svgTree(svg: string): SvgNode | null {
  const root: SvgNode = { tag: '', attributes: {}, children: [] };
  const open = [root];
  let at = 0;
  while (at < svg.length) {
    const here = open.at(-1)!;
    if (svg[at] !== '<') {
      const end = svg.indexOf('<', at);
      const text = svg.slice(at, end === -1 ? undefined : end);
      if (text.trim() !== '') here.children.push(unescaped(text));
      at += text.length;
      continue;
    }
    token.lastIndex = at;
    const found = token.exec(svg);
    if (!found) return null;
    const [whole, closes, tag = '', attributes = '', closesItself] = found;
    at += whole.length;
    if (closes) {
      if (here.tag !== tag || open.length === 1) return null;
      open.pop();
      continue;
    }
    const checked = tags.has(tag) ? checkedAttributes(attributes) : null;
    if (!checked || open.length > depthMax) return null;
    const node: SvgNode = { tag, attributes: checked, children: [] };
    here.children.push(node);
    if (!closesItself) open.push(node);
  }
  const [first] = root.children;
  return open.length === 1 && root.children.length === 1 && typeof first === 'object' && first.tag === 'svg'
    ? first
    : null;
}

const depthMax = 40;
const token = /<(\/?)([a-zA-Z]+)((?:\s+[a-zA-Z][\w:-]*="[^"<>]*")*)\s*(\/?)>/y;

const tags = new Set('svg defs marker g rect polygon polyline line path circle ellipse text tspan title'.split(' '));

const number = /^[\d\s.,-]*$/;
const word = /^[a-zA-Z0-9 .-]*$/;
const colour = /^(none|var\(--diagram-[a-z]+(,var\(--diagram-[a-z]+\))?\))$/;
const ownMarker = /^url\(#[\w-]+\)$/;
const values: Record<string, RegExp> = {
  ...Object.fromEntries(
    `viewBox width height x y x1 y1 x2 y2 cx cy r rx ry points stroke-width stroke-dasharray font-size font-weight
     markerWidth markerHeight refX refY opacity`
      .split(/\s+/)
      .map((name) => [name, number]),
  ),
  ...Object.fromEntries(
    'orient stroke-linejoin stroke-linecap text-anchor font-style dominant-baseline'
      .split(' ')
      .map((name) => [name, word]),
  ),
  dy: /^-?[\d.]+(em)?$/,
  dx: /^-?[\d.]+(em)?$/,
  d: /^[\d\s.,a-zA-Z-]*$/,
  transform: /^[a-z]+\([\d\s.,-]*\)( [a-z]+\([\d\s.,-]*\))*$/,
  id: /^[\w-]+$/,
  fill: colour,
  stroke: colour,
  'marker-start': ownMarker,
  'marker-end': ownMarker,
};
/** What the picture does without: its classes would meet the page's. */
const dropped = new Set(['xmlns', 'class', 'aria-hidden']);

function checkedAttributes(text: string): Record<string, string> | null {
  const checked: Record<string, string> = {};
  for (const [, name = '', raw = ''] of text.matchAll(/([a-zA-Z][\w:-]*)="([^"]*)"/g)) {
    if (dropped.has(name)) continue;
    const value = unescaped(raw);
    if (!Object.hasOwn(values, name) || !values[name]?.test(value)) return null;
    checked[name] = value;
  }
  return checked;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'" };

function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos|#39);/g, (_, name: string) => entities[name] ?? '');
}
