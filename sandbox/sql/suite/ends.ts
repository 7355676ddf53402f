import type { GridComparison } from '#lib/verdict';
import type { SqlFault } from '../server-error.ts';

/** What a learner's SQL did is not what the task asks for. */
export type Difference = { message: string; grids?: GridComparison; expected?: string; actual?: string };

const differences = new WeakMap<Error, Difference>();
const faults = new WeakMap<Error, SqlFault>();

/** Thrown out of a test to end it as failed. */
export function difference(found: Difference): Error {
  const error = new Error(found.message);
  differences.set(error, found);
  return error;
}

/** Thrown out of a test to end it as errored: the learner's SQL did not get to its end. */
export function learnerFault(fault: SqlFault): Error {
  const error = new Error(fault.message);
  faults.set(error, fault);
  return error;
}

/** Thrown where the server went away in the middle: the submission is then neither right nor wrong. */
export class ServerLost extends Error {}

const of = <Found>(map: WeakMap<Error, Found>, error: unknown) => (error instanceof Error ? map.get(error) : undefined);
export const differenceOf = (error: unknown): Difference | undefined => of(differences, error);
export const learnerFaultOf = (error: unknown): SqlFault | undefined => of(faults, error);
