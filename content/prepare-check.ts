import type { At } from './prepare-blocks.ts';
import { ContentError } from './content-error.ts';
import type { ContainerDirective } from './markdown.ts';

/** Says which options of a `:::check` are right, and takes their boxes away: the page brings its own. */
export function prepareCheck(node: ContainerDirective, at: At): boolean[] {
  const list = node.children.at(-1);
  const fail = (problem: string, remedy: string): never => {
    throw new ContentError(at(node), `the check ${node.attributes?.['id'] ?? ''} ${problem}`, remedy);
  };
  if (list?.type !== 'list' || list.ordered || node.children.length < 2) {
    return fail(
      'is not a question followed by a list of options',
      'Write the question, then "- [ ]" and "- [x]" items, and nothing after them',
    );
  }
  const correct = list.children.map((item) => item.checked === true);
  if (list.children.some((item) => typeof item.checked !== 'boolean'))
    fail('has an option without a box', 'Begin each option with "- [ ]" or "- [x]"');
  if (correct.length < 2) fail('has fewer than two options', 'Offer at least two');
  if (!correct.includes(true)) fail('has no right option', 'Mark the right ones with "- [x]"');
  const bare = list.children.findIndex((item) => item.children[0]?.type !== 'paragraph' || item.children.length < 2);
  if (bare >= 0)
    fail(
      `has no explanation for option ${bare + 1}`,
      'Write it below the option, after an empty line, indented by two spaces',
    );
  for (const item of list.children) {
    item.checked = null;
    item.spread = true;
  }
  list.spread = true;
  return correct;
}
