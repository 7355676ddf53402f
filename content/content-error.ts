import path from 'node:path';

/**
 * Something an author has to put right. The message is the whole report: where, what is wrong, what to do about it.
 * `problem` and `remedy` are sentences without their full stop.
 */
export class ContentError extends Error {
  override name = 'ContentError';
  /** As shown, with the line or part where there is one. */
  readonly path: string;
  /** The file alone, absolute. */
  readonly file: string;
  readonly problem: string;
  readonly remedy: string;

  constructor(at: string, problem: string, remedy: string, options?: ErrorOptions) {
    const shown = shownPath(at);
    super(`${shown}: ${problem}. ${remedy}.`, options);
    this.path = shown;
    this.file = path.resolve(at.replace(/(:\d+| \(.*)$/, ''));
    this.problem = problem;
    this.remedy = remedy;
  }
}

/** Paths are shown from where the command was started, because that is where the author will open them. */
export function shownPath(at: string): string {
  if (!path.isAbsolute(at)) return at;
  const relative = path.relative(process.cwd(), at);
  return relative === '' ? '.' : relative.startsWith('..') ? at : relative;
}
