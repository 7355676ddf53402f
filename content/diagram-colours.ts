/**
 * A drawn diagram in the colours of the page. The renderer's own style sheet imports a font from elsewhere, and ids clash
 * when a page holds two diagrams.
 */
export function inPageColours(svg: string, id: string): string {
  return svg
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/^<svg ([^>]*?) style="[^"]*">/, '<svg $1 aria-hidden="true">')
    .replace(/ data-[a-z0-9-]+="[^"]*"/g, '')
    .replace(/var\(--([a-z_-]+)\)/g, (whole, name: string) => pageColours[name] ?? whole)
    .replace(/ id="([^"]+)"/g, ` id="${id}-$1"`)
    .replace(/url\(#([^)]+)\)/g, `url(#${id}-$1)`)
    .replace(/<[^>]+>/g, (tag) =>
      tag.replace(/\d+\.\d{3,}/g, (number) => String(Math.round(Number(number) * 100) / 100)),
    )
    .replace(/\n\s*/g, '');
}

/** Text is always full ink: the renderer's paler shades fall below 4.5:1. */
const pageColours: Record<string, string> = {
  _text: 'var(--diagram-ink)',
  '_text-sec': 'var(--diagram-ink)',
  '_text-muted': 'var(--diagram-ink)',
  '_text-faint': 'var(--diagram-ink)',
  _line: 'var(--diagram-line)',
  _arrow: 'var(--diagram-accent)',
  '_node-fill': 'var(--diagram-fill)',
  '_node-stroke': 'var(--diagram-line)',
  '_group-fill': 'none',
  '_group-hdr': 'var(--diagram-fill)',
  '_inner-stroke': 'none',
  '_key-badge': 'none',
  // Behind the words on a line, so that the line does not cross them.
  bg: 'var(--diagram-paper,var(--diagram-fill))',
};
