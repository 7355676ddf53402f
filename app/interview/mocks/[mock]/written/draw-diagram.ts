import { inPageColours } from '#content/diagram-colours';
import { diagramFault } from '#content/diagram-fault';
import { svgTree, type SvgNode } from './svg-tree.ts';

/** `line` counts from 1; null where it is the diagram as a whole. */
export type Drawn = { type: 'picture'; svg: SvgNode; width: number } | DrawFault;
export type DrawFault = { type: 'fault'; line: number | null; text: string };

/** More lines than this take a phone seconds to lay out, and no interviewer reads them. */
export const diagramLinesMax = 120;

const kinds = /^(flowchart|graph|sequenceDiagram|stateDiagram(-v2)?|classDiagram|erDiagram)\b/;

/** Draws Mermaid text, or says in words what is wrong with which line. `id` keeps two pictures on a page apart. */
export function drawDiagram(render: (source: string, options: object) => string, source: string, id: string): Drawn {
  const lines = source.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '' && !line.trim().startsWith('%%'));
  if (!kinds.test(lines[first]?.trim() ?? '')) {
    return fault(
      first + 1,
      'a diagram begins with its kind: flowchart LR, sequenceDiagram, erDiagram, stateDiagram-v2 or classDiagram',
    );
  }
  if (lines.length > diagramLinesMax) {
    return fault(null, `the diagram has ${lines.length} lines; up to ${diagramLinesMax} are drawn`);
  }
  let svg: string;
  try {
    svg = render(source, { transparent: true, padding: 8 });
  } catch (cause) {
    return fault(lineOf(cause, lines), reasonOf(cause));
  }
  const found = diagramFault(source, svg);
  if (found) return fault(found.line, `${found.problem}. ${found.remedy}`);
  const tree = svgTree(inPageColours(svg, id));
  const width = Number(tree?.attributes.width);
  if (!tree) return fault(null, 'there are signs in it that cannot be shown');
  if (!(width > 0))
    return fault(first + 1, 'nothing can be drawn yet: write a line such as client --> server below it');
  return { type: 'picture', svg: tree, width };
}

function fault(line: number | null, text: string): DrawFault {
  return { type: 'fault', line: line === null || line < 1 ? null : line, text };
}

function reasonOf(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).split('\n')[0]?.replace(/\.$/, '') ?? '';
}

/** The renderer quotes what it stumbled over. */
function lineOf(cause: unknown, lines: string[]): number | null {
  const [, quoted] = /"([^"]+)"/.exec(reasonOf(cause)) ?? [];
  const index = quoted ? lines.findIndex((line) => line.includes(quoted)) : -1;
  return index === -1 ? null : index + 1;
}
