import type { Nodes, Root } from 'mdast';
import { ContentError } from './content-error.ts';
import { parseMarkdown } from './markdown.ts';

export type MarkdownPart = { text: string; line: number };

/** The parts of a question as Markdown, each with the line of the file on which it begins. */
export type QuestionSections = {
  prompt: MarkdownPart;
  answer: MarkdownPart;
  points: MarkdownPart[];
  followUps: MarkdownPart[];
  redFlags: MarkdownPart[];
  lessonIds: string[];
};

const headings = ['Answer', 'A strong answer adds', 'Follow-ups', 'Red flags', 'Lessons'] as const;

/** Splits the body at its five headings, which stand in this order, each once. Throws a ContentError. */
export function splitQuestion(file: string, body: string, bodyLine: number): QuestionSections {
  const tree = parseMarkdown(body);
  const found = tree.children.flatMap((node, index) => (node.type === 'heading' && node.depth === 2 ? [index] : []));
  const titles = found.map((index) => titleOf(tree.children[index]));
  if (titles.join('\n') !== headings.join('\n')) {
    throw new ContentError(
      file,
      `has the headings ${titles.map((title) => `"${title}"`).join(', ') || 'of nothing'}`,
      `Write ## ${headings.join(', ## ')}, in this order, each once`,
    );
  }
  const between = (from: number, to: number | undefined): Root['children'] => tree.children.slice(from, to);
  const sliceOf = (nodes: Nodes[], indent = 0): MarkdownPart => sourceOf(body, bodyLine, nodes, indent);
  const section = (place: number) => between((found[place] ?? 0) + 1, found[place + 1]);
  const list = (place: number): MarkdownPart[] => {
    const [only, ...rest] = section(place);
    if (only?.type !== 'list' || only.ordered || rest.length > 0) {
      throw new ContentError(
        `${file}:${bodyLine - 1 + (tree.children[found[place] ?? 0]?.position?.start.line ?? 1)}`,
        `## ${headings[place]} is not one bullet list`,
        'Begin each of its points with "- " and write nothing else below the heading',
      );
    }
    return only.children.map((item) => sliceOf(item.children, 2));
  };
  return {
    prompt: sliceOf(between(0, found[0])),
    answer: sliceOf(section(0)),
    points: list(1),
    followUps: list(2),
    redFlags: list(3),
    lessonIds: list(4).map(({ text, line }) => lessonId(text, `${file}:${line}`)),
  };
}

function titleOf(node: Nodes | undefined): string {
  return node?.type === 'heading' ? node.children.map((each) => ('value' in each ? each.value : '')).join('') : '';
}

/** The source of neighbours, without the indentation that they have inside a list. */
function sourceOf(body: string, bodyLine: number, nodes: Nodes[], indent: number): MarkdownPart {
  const first = nodes[0]?.position;
  const last = nodes.at(-1)?.position;
  if (!first || !last) return { text: '', line: bodyLine };
  const source = body.slice(first.start.offset, last.end.offset);
  const text = indent === 0 ? source : source.replace(new RegExp(`^ {1,${indent}}`, 'gm'), '');
  return { text, line: bodyLine + first.start.line - 1 };
}

function lessonId(text: string, at: string): string {
  const id = /^\[\[([a-z0-9-]+)\]\]$/.exec(text.trim())?.[1];
  if (id === undefined) {
    throw new ContentError(at, `"${text.slice(0, 40)}" is not a lesson`, 'Write its id alone: - [[joins]]');
  }
  return id;
}
