import type { Nodes, Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';

export type ContainerDirective = Extract<Nodes, { type: 'containerDirective' }>;

/** CommonMark with GFM tables and `:::name` containers. */
export function parseMarkdown(source: string): Root {
  return parser.parse(source);
}

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).use(withoutTextDirectives).freeze();

/** `at 10:30` would be read as a directive named 30. We have no use for the inline form, so its syntax is taken out. */
function withoutTextDirectives(this: Processor): void {
  const colon = 58;
  const extensions = (this.data().micromarkExtensions ?? []).flat() as { flow?: object; text?: object }[];
  for (const extension of extensions) {
    if (extension.flow && colon in extension.flow) delete extension.text;
  }
}
