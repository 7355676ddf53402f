import { createElement, memo, type ReactNode } from 'react';
import type { SvgNode } from './svg-tree.ts';

/**
 * Draws a checked picture, element by element: text stays text. A picture of hundreds of elements is not drawn again
 * with every key beside it.
 */
export const DiagramPicture = memo(function DiagramPicture({ svg, label }: { svg: SvgNode; label: string }) {
  const { width, height, viewBox } = svg.attributes;
  return (
    <svg role="img" aria-label={label} width={width} height={height} viewBox={viewBox}>
      {svg.children.map(element)}
    </svg>
  );
});

function element(node: SvgNode | string, index: number): ReactNode {
  if (typeof node === 'string') return node;
  const props = Object.fromEntries(
    Object.entries(node.attributes).map(([name, value]) => [
      name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
  return createElement(node.tag, { key: index, ...props }, ...node.children.map(element));
}
