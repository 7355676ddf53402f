import './worker-document.ts';
import { renderMermaidSVG } from 'beautiful-mermaid';
import type { DrawMessage, DrawRequest } from './diagram-drawer.ts';
import { drawDiagram } from './draw-diagram.ts';

// Runs as a worker of the page: laying out a large diagram takes a phone a second, in which nobody could type.
addEventListener('message', ({ data: { source, id } }: MessageEvent<DrawRequest>) =>
  postMessage(drawDiagram(renderMermaidSVG, source, id)),
);
postMessage({ type: 'ready' } satisfies DrawMessage);
