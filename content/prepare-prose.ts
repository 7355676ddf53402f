import type { Link, Nodes, Parents, Root, Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { PageLink } from './compiled.ts';
import { ContentError } from './content-error.ts';

type At = (node: Nodes) => string;

/** Turns `[[lesson-id]]` into links, marks links to elsewhere, and refuses what would silently vanish from the page. */
export function prepareProse(tree: Root, at: At, lessonLink: (id: string) => PageLink | null): void {
  visit(tree, (node, index, parent) => {
    if (node.type === 'text' && parent && index !== undefined) {
      const replaced = withLessonLinks(node, at, lessonLink);
      if (!replaced) return;
      parent.children.splice(index, 1, ...(replaced as never[]));
      return [SKIP, index + replaced.length];
    }
    if (node.type === 'link' || node.type === 'definition') checkUrl(node, at);
    const refusal = refusalOf(node, parent);
    if (refusal) throw new ContentError(at(node), ...refusal);
  });
}

const lessonReference = /\[\[([a-z][a-z0-9-]*)(?:\|([^\]]+))?\]\]/g;

function withLessonLinks(node: Text, at: At, lessonLink: (id: string) => PageLink | null): (Text | Link)[] | null {
  const matches = [...node.value.matchAll(lessonReference)];
  if (matches.length === 0) return null;
  const parts: (Text | Link)[] = [];
  let end = 0;
  for (const match of matches) {
    const [whole, id = '', words] = match;
    const link = lessonLink(id);
    if (!link)
      throw new ContentError(at(node), `[[${id}]] leads to no lesson`, 'Use the id from the front matter of a lesson');
    parts.push({ type: 'text', value: node.value.slice(end, match.index) });
    parts.push({ type: 'link', url: link.path, children: [{ type: 'text', value: words ?? link.title }] });
    end = match.index + whole.length;
  }
  parts.push({ type: 'text', value: node.value.slice(end) });
  return parts.filter((part) => part.type === 'link' || part.value !== '');
}

function checkUrl(node: Nodes & { url: string }, at: At): void {
  if (node.url.startsWith('#') || /^\/practice\/[a-z0-9-]+$/.test(node.url)) return;
  if (!URL.canParse(node.url) || !['https:', 'mailto:'].includes(new URL(node.url).protocol)) {
    throw new ContentError(
      at(node),
      `the link to ${node.url} is neither https nor within this page`,
      'Link lessons as [[lesson-id]], exercises as /practice/<id>, everything else with https://',
    );
  }
  node.data = { ...node.data, hProperties: { rel: ['external', 'noopener', 'noreferrer'] } };
}

/** What is wrong and what to do about it, or undefined when the node is fine. */
function refusalOf(node: Nodes, parent: Parents | undefined): [problem: string, remedy: string] | undefined {
  if (node.type === 'html' && !node.value.startsWith('<!--')) {
    return [
      `holds raw HTML (${node.value.slice(0, 30)}), which is not shown`,
      'Write it in Markdown, or put code between backticks',
    ];
  }
  if (node.type === 'image' || node.type === 'imageReference')
    return ['holds an image', 'Draw it as a ```mermaid diagram'];
  if (node.type === 'heading' && node.depth === 1)
    return ['holds a heading of level 1', 'Begin with ##; the title is the page’s only h1'];
  if (node.type === 'heading' && parent?.type !== 'root')
    return ['holds a heading inside another block', 'Put it at the left margin, outside of lists, quotes and :::'];
  return undefined;
}
