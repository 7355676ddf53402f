import type { Code, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Heading, PageLink, Segment } from './compiled.ts';
import { ContentError } from './content-error.ts';
import { isKnownLanguage, knownLanguages, loadHighlight } from './highlight.ts';
import { parseMarkdown } from './markdown.ts';
import { prepareBlocks } from './prepare-blocks.ts';
import { prepareProse } from './prepare-prose.ts';
import { toSegments } from './segments.ts';

export type CompileOptions = {
  /** Named in errors, together with the line: `firstLine` is the line of the file on which `source` begins. */
  file: string;
  firstLine: number;
  /** Resolves `[[id]]`; null when there is no such lesson. */
  lessonLink: (id: string) => PageLink | null;
  /** Whether runnable code and questions may stand here; they can in lessons, not in exercises. */
  islands: boolean;
};

export type Compiled = {
  segments: Segment[];
  toc: Heading[];
  /** CSS declarations of the classes that highlighted code uses. */
  styles: Record<string, string>;
};

/** Markdown to HTML, split at the islands that come alive in the page. Throws a ContentError that names the line. */
export async function compileMarkdown(source: string, options: CompileOptions): Promise<Compiled> {
  const tree = parseMarkdown(source);
  const at = (node: { position?: { start: { line: number } } | undefined }) =>
    `${options.file}:${(node.position?.start.line ?? 1) + options.firstLine - 1}`;
  const blocks = prepareBlocks(tree, at, options.islands);
  prepareProse(tree, at, options.lessonLink);
  const styles = new Map<string, string>();
  const highlight = await loadHighlight(languageWords(tree, at), styles);
  const { segments, toc } = toSegments(tree, blocks, at, highlight);
  return { segments, toc, styles: Object.fromEntries(styles) };
}

/** Colours one file by itself, for the editor's first paint. */
export async function compileCode(
  source: string,
  language: string,
): Promise<{ html: string; styles: Record<string, string> }> {
  const { toHtml } = await import('hast-util-to-html');
  const styles = new Map<string, string>();
  const highlight = await loadHighlight([language], styles);
  return { html: toHtml(highlight(source, language)), styles: Object.fromEntries(styles) };
}

function languageWords(tree: Root, at: (node: Code) => string): string[] {
  const words = new Set<string>();
  visit(tree, 'code', (node) => {
    const word = node.lang ?? 'text';
    if (word === 'mermaid') return;
    if (!isKnownLanguage(word)) {
      throw new ContentError(
        at(node),
        `"${word}" is not a language that can be coloured`,
        `Use text or one of ${knownLanguages.join(', ')}`,
      );
    }
    words.add(word);
  });
  return [...words];
}
