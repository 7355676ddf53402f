import { createHash } from 'node:crypto';
import { renderMermaidSVG } from 'beautiful-mermaid';
import { ContentError } from './content-error.ts';
import { checkDiagram } from './diagram-check.ts';

/**
 * Draws a Mermaid diagram as SVG in the page's own colours. Throws a ContentError when it cannot be drawn whole: the
 * renderer drops lines it does not understand without a word.
 */
export function drawDiagram(at: string, source: string): string {
  const drawn = render(at, source);
  checkDiagram(at, source, drawn);
  return inPageColours(drawn, `d${createHash('sha256').update(source).digest('hex').slice(0, 8)}`);
}

function render(at: string, source: string): string {
  try {
    return renderMermaidSVG(source, { transparent: true, padding: 8 });
  } catch (cause) {
    const reason = (cause as Error).message.split('\n')[0]?.replace(/\.$/, '') ?? '';
    throw new ContentError(
      at,
      `the diagram cannot be drawn: ${reason}`,
      'Begin with flowchart LR, sequenceDiagram, stateDiagram-v2, classDiagram or erDiagram and correct its lines',
      {
        cause,
      },
    );
  }
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

/** The renderer's own style sheet imports a font from elsewhere, and ids clash when a page holds two diagrams. */
function inPageColours(svg: string, id: string): string {
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
