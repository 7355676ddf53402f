import { ContentError } from './content-error.ts';

/** Throws a ContentError unless every word of every line, and every arrow, of `source` is in the drawn `svg`. */
export function checkDiagram(at: string, source: string, svg: string): void {
  const [first = '', ...rest] = source.split('\n').map((line) => line.trim());
  const lines = rest.filter((line) => line !== '' && !line.startsWith('%%'));
  const drawn = new Set(wordsOf(textOf(svg)));
  for (const line of lines) {
    if (/^(classDef|style|linkStyle|class \S+ \w+$)|:::|^%%\{/.test(line) && !first.startsWith('classDiagram')) {
      throw new ContentError(
        at,
        `the diagram sets colours of its own ("${line}")`,
        'Remove the line; diagrams take the colours of the page',
      );
    }
    const missing = wordsOf(withoutArrows(line)).find((word) => !drawn.has(word) && !keywords.has(word.toLowerCase()));
    if (missing !== undefined) {
      throw new ContentError(
        at,
        `"${missing}" of the diagram's line "${line}" is not in the picture`,
        'Correct the line, or write it in a simpler form of Mermaid: the renderer drops what it does not know',
      );
    }
  }
  const arrowLines = lines.filter((line) => arrow.test(line.replace(/"[^"]*"|\[[^\]]*\]|\|[^|]*\||:.*$/g, ''))).length;
  const drawnArrows = svg.match(/class="(edge|message|class-relationship|er-relationship)"/g)?.length ?? 0;
  if (drawnArrows < arrowLines) {
    throw new ContentError(
      at,
      `the diagram has ${arrowLines} lines with an arrow, but ${drawnArrows} are in the picture`,
      'Look for an arrow that this kind of diagram does not have',
    );
  }
}

const arrow = /--|==|-\.|->|<\||~~~|\.\.[>|]/;

const keywords = new Set(
  `flowchart graph subgraph end direction lr rl tb td bt participant actor as note over left right of loop alt else opt par and
   critical option break rect rgb activate deactivate autonumber box state class namespace br fork join choice interface
   abstract pk fk uk title`.split(/\s+/),
);

/** Heads and tails of arrows that are letters (`||--o{`, `--x`, `-)`) would otherwise count as words. */
function withoutArrows(line: string): string {
  return line
    .replace(/[|}o]?[|o]?(--|\.\.)[|o]?[|{o]?(?=\s)/g, ' ')
    .replace(/(^|\s)[xo]--|--[xo](?=\s)/g, ' ')
    .replace(/-?-[x)](?=[^:]*:)/g, ' ')
    .replace(/<br\s*\/?>/g, ' ')
    .replace(/#\w+;/g, ' ');
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** All text and all data attributes of the SVG: the latter hold ids that are not shown because a label is. */
function textOf(svg: string): string {
  const attributes = [...svg.matchAll(/ data-[a-z0-9-]+="([^"]*)"/g)].map((match) => match[1]);
  const text = svg.replace(/<style>[\s\S]*?<\/style>/, '').replace(/<[^>]+>/g, ' ');
  return [...attributes, text].join(' ').replace(/&(amp|lt|gt|quot|apos|#39);/g, ' ');
}
