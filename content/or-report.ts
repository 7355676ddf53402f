import { ContentError } from './content-error.ts';

/** What `work` gives, in a list; where it throws a ContentError, that goes to `errors` and the list is empty. */
export function orReport<Value>(errors: ContentError[], work: () => Value): Value[] {
  try {
    return [work()];
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    errors.push(error);
    return [];
  }
}
