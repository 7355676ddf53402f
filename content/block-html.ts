import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Code } from 'mdast';
import type { CheckSegment } from './compiled.ts';
import { ContentError } from './content-error.ts';
import { drawDiagram } from './diagram.ts';
import type { ContainerDirective } from './markdown.ts';
import type { At } from './prepare-blocks.ts';

/** What the special blocks of a page become: questions, asides and diagrams. */

export function htmlOf(children: ElementContent[]): string {
  return toHtml({ type: 'root', children }, { allowDangerousHtml: true }).trim();
}

/** `children` is the question followed by the list of options, rendered. */
export function checkSegment(id: string, children: Element[], correct: boolean[]): CheckSegment {
  const items = (children.at(-1)?.children ?? []).filter((child) => child.type === 'element');
  const options = items.map((item, index) => {
    const [first, ...explanation] = item.children.filter((child) => child.type === 'element');
    return {
      html: htmlOf(first?.children ?? []),
      correct: correct[index] ?? false,
      explanationHtml: htmlOf(explanation),
    };
  });
  const questionHtml = htmlOf(children.slice(0, -1));
  return { type: 'check', id, questionHtml, multiple: correct.filter(Boolean).length > 1, options };
}

const asideTitles: Record<string, string> = {
  mistake: 'A common mistake',
  interview: 'In an interview',
  deep: 'In more depth',
};

/** The title is the directive's label, which the parser hands over as a first paragraph. */
export function asideElement(node: ContainerDirective, rendered: Element[]): Element {
  const labelled = node.children[0]?.type === 'paragraph' && node.children[0].data?.directiveLabel === true;
  const title = labelled
    ? (rendered[0]?.children ?? [])
    : [{ type: 'text' as const, value: asideTitles[node.name] ?? '' }];
  const body = labelled ? rendered.slice(1) : rendered;
  const folded = node.name === 'deep';
  const heading: Element = {
    type: 'element',
    tagName: folded ? 'summary' : 'p',
    properties: folded ? {} : { className: ['aside-title'] },
    children: title,
  };
  return {
    type: 'element',
    tagName: folded ? 'details' : 'aside',
    properties: { className: ['aside', `aside-${node.name}`] },
    children: [heading, ...body],
  };
}

export function diagramElement(node: Code, at: At): Element {
  const description = (node.meta ?? '').trim();
  if (description.length < 10) {
    throw new ContentError(
      at(node),
      'the diagram has no description',
      'Say after the word mermaid, on the same line, what the picture shows',
    );
  }
  return {
    type: 'element',
    tagName: 'figure',
    // A wide diagram scrolls on a phone, and what scrolls has to be reachable by keyboard.
    properties: { className: ['diagram'], role: 'img', ariaLabel: description, tabIndex: 0 },
    children: [{ type: 'raw', value: drawDiagram(at(node), node.value) } as unknown as ElementContent],
  };
}
