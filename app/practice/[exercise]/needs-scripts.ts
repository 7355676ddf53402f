import type { Kind } from '#components/labels';

/** Said of an exercise that is answered on its page alone, where scripts are off. */
export function needsScripts(kind: Kind): string {
  return kind === 'write'
    ? 'A text is not graded: it is compared with a model answer and scored on the page itself, which takes scripting. With scripting off you can read the task, and write on paper.'
    : 'Lines are marked on the page itself, which takes scripting. With scripting off you can read the task, not answer it.';
}
