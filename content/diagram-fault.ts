/** A line of a diagram that is not in its picture as it is written. Sentences without their full stop. */
export type DiagramFault = { line: number; problem: string; remedy: string };

/**
 * The first thing that is wrong with a picture: every word of every line, and every arrow, of `source` has to be in the
 * drawn `svg`, because the renderer drops what it does not understand without a word. Null when nothing is.
 */
export function diagramFault(source: string, svg: string): DiagramFault | null {
  const written = source.split('\n').map((text, index) => ({ text: text.trim(), line: index + 1 }));
  const first = written.find(({ text }) => isDrawn(text))?.text ?? '';
  const lines = written.filter(({ text }) => isDrawn(text)).slice(1);
  const drawn = new Set(wordsOf(textOf(svg)));
  for (const { text, line } of lines) {
    if (/^(classDef|style|linkStyle|class \S+ \w+$)|:::/.test(text) && !first.startsWith('classDiagram')) {
      return {
        line,
        problem: `the diagram sets colours of its own ("${text}")`,
        remedy: 'Remove the line; diagrams take the colours of the page',
      };
    }
    const missing = wordsOf(withoutArrows(text)).find((word) => !drawn.has(word) && !keywords.has(word.toLowerCase()));
    if (missing !== undefined) {
      return {
        line,
        problem: `"${missing}" of the diagram's line "${text}" is not in the picture`,
        remedy: 'Correct the line, or write it in a simpler form of Mermaid: the renderer drops what it does not know',
      };
    }
  }
  const arrowLines = lines.filter(({ text }) => arrow.test(text.replace(/"[^"]*"|\[[^\]]*\]|\|[^|]*\||:.*$/g, '')));
  const drawnArrows = svg.match(/class="(edge|message|class-relationship|er-relationship)"/g)?.length ?? 0;
  if (drawnArrows < arrowLines.length) {
    return {
      line: arrowLines[drawnArrows]?.line ?? 1,
      problem: `the diagram has ${arrowLines.length} lines with an arrow, but ${drawnArrows} are in the picture`,
      remedy: 'Look for an arrow that this kind of diagram does not have',
    };
  }
  return null;
}

const isDrawn = (text: string) => text !== '' && !text.startsWith('%%');

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
