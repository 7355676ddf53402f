import type { Explanation } from '../messages.ts';
import type { Checked } from './checker.ts';
import type { TypeProblem } from './protocol.ts';

/** What a learner reads about the types of their file; null when there is nothing to say. The compiler's words are kept. */
export function explainTypes(checked: Checked, file: string): Explanation | null {
  if (checked.kind === 'ended') {
    const reason = checked.reason;
    const what = {
      'time-limit': 'takes longer to check than is allowed',
      'memory-limit': 'needs more memory to check than is allowed',
      crashed: 'ends the compiler',
    }[reason];
    return {
      reason,
      message: `A type in ${file} ${what}, so nothing was run. Look for a type that refers to itself without an end, or for a union of very many members.`,
    };
  }
  const [first] = checked.problems;
  if (first === undefined) return null;
  const count = checked.problems.length + checked.more;
  const lines = checked.problems.map((one) => `Line ${one.line}, column ${one.column}: ${words(one)}`);
  const intro =
    count === 1
      ? `The types of ${file} do not fit in one place, so nothing was run.`
      : `The types of ${file} do not fit in ${count} places, so nothing was run. Begin with the first.`;
  const rest = checked.more > 0 ? [`… and ${checked.more} more.`] : [];
  return {
    reason: 'type',
    message: [intro, ...lines, ...rest].join('\n'),
    at: { file, line: first.line, column: first.column },
  };
}

/** Advice about settings and packages, which a learner cannot change here, is left out. */
function words({ code, message }: TypeProblem): string {
  const [fact = ''] = message.split(/ (?=Do you need to |Try `npm )/);
  return `${fact} (${code})`;
}
