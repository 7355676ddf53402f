import type { Code, Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { RunnableLanguage } from './compiled.ts';
import { ContentError } from './content-error.ts';
import type { ContainerDirective } from './markdown.ts';
import { prepareCheck } from './prepare-check.ts';

export type At = (node: Nodes) => string;

export type RunBlock = { language: RunnableLanguage; database: string | null; output: string | null };

/** What the special blocks of a page mean, by their node. */
export type Blocks = {
  runs: Map<Code, RunBlock>;
  /** For each check, whether its options are right, in order. */
  checks: Map<ContainerDirective, boolean[]>;
};

const asides = ['mistake', 'interview', 'deep'];

/** Finds and checks runnable code and containers, and takes `output` blocks out of the tree. */
export function prepareBlocks(tree: Root, at: At, islands: boolean): Blocks {
  const blocks: Blocks = { runs: new Map(), checks: new Map() };
  const ids = new Set<string>();
  visit(tree, (node, index, parent) => {
    if (node.type === 'code' && parent && index !== undefined) {
      const inPlace = parent.type === 'root' || (parent.type === 'containerDirective' && parent.name === 'predict');
      const run = readRun(node, parent.children[index + 1], at);
      if (!run) return;
      if (!islands || !inPlace) {
        throw new ContentError(
          at(node),
          'a runnable block stands where code cannot run',
          islands ? 'Move it out of the list or aside, or take away the word run' : 'Take away the word run',
        );
      }
      blocks.runs.set(node, run);
      if (run.output !== null) parent.children.splice(index + 1, 1);
    }
    if (node.type === 'leafDirective') {
      throw new ContentError(
        at(node),
        `::${node.name} means nothing`,
        'Use a container with three colons, such as :::mistake',
      );
    }
    if (node.type !== 'containerDirective' || asides.includes(node.name)) return;
    if (node.name !== 'check' && node.name !== 'predict') {
      throw new ContentError(
        at(node),
        `:::${node.name} means nothing`,
        `Use one of :::check, :::predict, ${asides.map((name) => `:::${name}`).join(', ')}`,
      );
    }
    if (!islands || parent?.type !== 'root') {
      throw new ContentError(
        at(node),
        `:::${node.name} stands where no question can be asked`,
        islands ? 'Put it at the left margin, outside of other blocks' : 'Questions belong to lessons',
      );
    }
    checkId(node, ids, at);
    if (node.name === 'check') blocks.checks.set(node, prepareCheck(node, at));
    else checkPredict(node, at);
  });
  return blocks;
}

const runnableLanguages = new Map<string, RunnableLanguage>([
  ['ts', 'typescript'],
  ['py', 'python'],
  ['sql', 'sql'],
]);

/** Reads ` ```ts run `, ` ```py run ` and ` ```sql run db=name ` with the output block behind; null for code that does not run. */
function readRun(node: Code, next: Nodes | undefined, at: At): RunBlock | null {
  if (node.lang === 'mermaid') return null;
  if (node.lang === 'output') {
    throw new ContentError(
      at(node),
      'an output block follows no runnable block',
      'Add the word run to the block before it, or call this one text',
    );
  }
  const words = (node.meta ?? '').split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return null;
  const [run, ...options] = words;
  if (run !== 'run')
    throw new ContentError(at(node), `"${node.meta}" after the language means nothing`, 'Write run, or nothing');
  const language = runnableLanguages.get(node.lang ?? '');
  if (!language)
    throw new ContentError(
      at(node),
      `${node.lang} does not run in place`,
      'Use ts, py or sql, or take away the word run',
    );
  const database = options.map((option) => /^db=([a-z][a-z0-9-]*)$/.exec(option)?.[1]);
  if (database.includes(undefined) || database.length > (language === 'sql' ? 1 : 0)) {
    throw new ContentError(
      at(node),
      `"${options.join(' ')}" after run means nothing`,
      'Write nothing after ts run and py run, and db=<shared database> or nothing after sql run',
    );
  }
  return {
    language,
    database: database[0] ?? null,
    output: next?.type === 'code' && next.lang === 'output' ? next.value : null,
  };
}

function checkId(node: ContainerDirective, ids: Set<string>, at: At): void {
  const id = node.attributes?.['id'];
  if (!id || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) {
    throw new ContentError(
      at(node),
      `:::${node.name} has no id`,
      `Write :::${node.name}{#a-short-name}; answers are kept under it`,
    );
  }
  if (ids.has(id))
    throw new ContentError(at(node), `the id ${id} is used twice in this lesson`, 'Give each question its own');
  ids.add(id);
}

function checkPredict(node: ContainerDirective, at: At): void {
  const codes = node.children.filter((child) => child.type === 'code' && (child.meta ?? '').startsWith('run'));
  const [code] = codes;
  const next = code && node.children[node.children.indexOf(code) + 1];
  const last = node.children.at(-1);
  if (
    codes.length !== 1 ||
    next?.type !== 'code' ||
    next.lang !== 'output' ||
    last !== next ||
    node.children[0] === code
  ) {
    throw new ContentError(
      at(node),
      ':::predict is not a question, one runnable block and its output, in this order',
      'Write those three and nothing after them',
    );
  }
}
