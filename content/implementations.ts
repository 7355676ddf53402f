import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ContentError } from './content-error.ts';
import { readNeeded } from './database.ts';
import { filesIn } from './folders.ts';

/** One piece of code that a learner's suite is run against. */
export type Implementation = {
  /** Its file in the exercise's folder. */
  name: string;
  source: string;
  isRight: boolean;
  /** Run alone judges the reference and the defects that are marked so; the rest are for submit. */
  hidden: boolean;
  /** What is wrong with a defect, told when it is caught, and a nudge for as long as it is not. */
  title: string;
  hint: string;
};

/**
 * `subject.ts` is the reference, `correct/` holds other right implementations, `defects/` wrong ones. In the order in
 * which they are reported: what Run judges, then what submit adds.
 */
export function readImplementations(folder: string): Implementation[] {
  const reference = readNeeded(path.join(folder, 'subject.ts'), 'Write the right implementation into it');
  const right = (name: string, source: string, hidden: boolean): Implementation => {
    return { name, source, isRight: true, hidden, title: '', hint: '' };
  };
  const correct = sourcesIn(folder, 'correct').map(([name, source]) => right(name, source, true));
  const defects = sourcesIn(folder, 'defects').map(([name, source]) => readDefect(folder, name, source));
  const all = [right('subject.ts', reference, false), ...correct, ...defects];
  return [...all.filter(({ hidden }) => !hidden), ...all.filter(({ hidden }) => hidden)];
}

/** The names of the results, in order. A defect's own title comes only with its being caught. */
export function suiteNames(implementations: Implementation[]): { visible: string[]; hidden: string[] } {
  let rightCount = 0;
  let defectCount = 0;
  const named = implementations.map(({ isRight, hidden }) => {
    const count = isRight ? ++rightCount : ++defectCount;
    if (!isRight) return { hidden, name: `${catchesPrefix}defect ${count}` };
    return {
      hidden,
      name: `${acceptsPrefix}${count === 1 ? 'the right implementation' : `right implementation ${count}`}`,
    };
  });
  const pick = (wanted: boolean) => named.filter(({ hidden }) => hidden === wanted).map(({ name }) => name);
  return { visible: pick(false), hidden: pick(true) };
}

/** The results page groups results by these. */
const acceptsPrefix = 'accepts: ';
export const catchesPrefix = 'catches: ';

function sourcesIn(folder: string, part: 'correct' | 'defects'): [name: string, source: string][] {
  return filesIn(path.join(folder, part))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => [`${part}/${name}`, readFileSync(path.join(folder, part, name), 'utf8')]);
}

/** Its first lines: `// title: …`, `// hint: …`, and `// visible` where Run is to judge it too. */
function readDefect(folder: string, name: string, source: string): Implementation {
  const head = source.split('\n').slice(0, 3);
  const read = (word: string): string => {
    const found = head.map((line) => new RegExp(`^// ${word}: (.+?)\\s*$`).exec(line)?.[1]).find(Boolean);
    if (found !== undefined) return found;
    const remedy = `Begin it with "// title: <what it does wrong>" and "// hint: <where to look>", a line each`;
    throw new ContentError(path.join(folder, name), `has no "// ${word}:" line at its top`, remedy);
  };
  const hidden = !head.some((line) => /^\/\/ visible\s*$/.test(line));
  return { name, source, isRight: false, hidden, title: read('title'), hint: read('hint') };
}
