import { createHash } from 'node:crypto';
import { renderMermaidSVG } from 'beautiful-mermaid';
import { ContentError } from './content-error.ts';
import { checkDiagram } from './diagram-check.ts';
import { inPageColours } from './diagram-colours.ts';

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
