import type { Element, ElementContent, Root as HtmlRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import type { Code, Root } from 'mdast';
import rehypeAutolinkHeadings from 'rehype-autolink-headings';
import rehypeSlug from 'rehype-slug';
import remarkRehype, { type Options } from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { CheckSegment, Heading, PredictSegment, Runnable, RunSegment, Segment } from './compiled.ts';
import { ContentError } from './content-error.ts';
import { asideElement, checkSegment, diagramElement, htmlOf } from './block-html.ts';
import type { Highlight } from './highlight.ts';
import type { ContainerDirective } from './markdown.ts';
import type { At, Blocks } from './prepare-blocks.ts';

type Handlers = NonNullable<Options['handlers']>;
type Handler = NonNullable<Handlers['code']>;

/** Turns a prepared tree into HTML and cuts it where something comes alive, and where a section begins. */
export function toSegments(
  tree: Root,
  blocks: Blocks,
  at: At,
  highlight: Highlight,
): { segments: Segment[]; toc: Heading[] } {
  const islands = new Map<Element, RunSegment | CheckSegment | PredictSegment>();
  const runnable = (node: Code): (Runnable & { output: string | null }) | null => {
    const run = blocks.runs.get(node);
    return run ? { ...run, source: node.value, highlightedHtml: toHtml(highlight(node.value, run.language)) } : null;
  };
  const island = (segment: RunSegment | CheckSegment | PredictSegment): Element => {
    const element: Element = { type: 'element', tagName: 'div', properties: {}, children: [] };
    islands.set(element, segment);
    return element;
  };
  let runs = 0;

  const code: Handler = (_state, node: Code) => {
    if (node.lang === 'mermaid') return diagramElement(node, at);
    const run = runnable(node);
    return run ? island({ type: 'run', id: `run-${++runs}`, ...run }) : highlight(node.value, node.lang ?? 'text');
  };
  const container: Handler = (state, node: ContainerDirective) => {
    const id = node.attributes?.['id'] ?? '';
    const rendered = () =>
      state.wrap(state.all(node), false).filter((child): child is Element => child.type === 'element');
    if (node.name === 'check') return island(checkSegment(id, rendered(), blocks.checks.get(node) ?? []));
    if (node.name !== 'predict') return asideElement(node, rendered());
    const question = node.children.slice(0, -1);
    const run = runnable(node.children.at(-1) as Code);
    if (!run || run.output === null)
      throw new ContentError(at(node), ':::predict has no output', 'Write an output block behind the code');
    const questionHtml = htmlOf(state.all({ ...node, children: question }) as ElementContent[]);
    return island({ type: 'predict', id, questionHtml, ...run, output: run.output });
  };

  const root = unified()
    .use(remarkRehype, { handlers: { code, containerDirective: container } as Handlers })
    .use(rehypeSlug)
    .use(rehypeAutolinkHeadings, {
      behavior: 'append',
      properties: { className: ['anchor'], ariaHidden: 'true', tabIndex: -1 },
      content: { type: 'text', value: '#' },
    })
    .runSync(tree) as HtmlRoot;
  scrollTables(root);
  checkFragments(root, at);
  return { segments: cut(root, islands), toc: tableOfContents(root) };
}

function cut(root: HtmlRoot, islands: Map<Element, Segment>): Segment[] {
  const segments: Segment[] = [];
  let pending: ElementContent[] = [];
  const flush = () => {
    const html = htmlOf(pending);
    if (html !== '') segments.push({ type: 'html', html });
    pending = [];
  };
  for (const child of root.children) {
    const island = child.type === 'element' ? islands.get(child) : undefined;
    if (!island) {
      // A browser may put off laying out a section that is not in sight; one long piece it would lay out as a whole.
      if (child.type === 'element' && child.tagName === 'h2') flush();
      pending.push(child as ElementContent);
      continue;
    }
    flush();
    segments.push(island);
  }
  flush();
  return segments;
}

/** A wide table scrolls by itself instead of widening the page; the tab stop lets a keyboard scroll it. */
function scrollTables(root: HtmlRoot): void {
  visit(root, 'element', (node, index, parent) => {
    if (node.tagName !== 'table' || !parent || index === undefined) return;
    const properties = { className: ['table-scroll'], role: 'group', ariaLabel: 'Table', tabIndex: 0 };
    parent.children[index] = { type: 'element', tagName: 'div', properties, children: [node] };
    return index + 1;
  });
}

function checkFragments(root: HtmlRoot, at: At): void {
  const ids = new Set<unknown>();
  visit(root, 'element', (node) => void ids.add(node.properties['id']));
  visit(root, 'element', (node) => {
    const href = node.properties['href'];
    if (typeof href !== 'string' || !href.startsWith('#') || ids.has(decodeURIComponent(href.slice(1)))) return;
    throw new ContentError(
      at(node as never),
      `the link to ${href} leads nowhere on this page`,
      'Use the id of a heading: its words in small letters joined by hyphens',
    );
  });
}

function tableOfContents(root: HtmlRoot): Heading[] {
  const toc: Heading[] = [];
  visit(root, 'element', (node) => {
    if (node.tagName !== 'h2' && node.tagName !== 'h3') return;
    const words = node.children.filter(
      (child) => !(child.type === 'element' && child.properties['ariaHidden'] === 'true'),
    );
    toc.push({
      id: String(node.properties['id']),
      text: toString({ ...node, children: words }),
      depth: node.tagName === 'h2' ? 2 : 3,
    });
  });
  return toc;
}
