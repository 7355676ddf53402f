/**
 * An exercise that cannot be graded: its tests or its reference are at fault, never the learner. The message is for the
 * author: where, what, and what to do.
 */
export function exerciseFault(message: string, cause?: unknown): Error {
  const fault = new Error(message, { cause });
  fault.name = 'ExerciseFault';
  return fault;
}

export function isExerciseFault(error: unknown): error is Error {
  return error instanceof Error && error.name === 'ExerciseFault';
}
