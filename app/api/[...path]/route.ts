import { methods } from '../http/methods.ts';
import { problem } from '../http/problem.ts';

const nothingHere = () => problem('not-found', 'There is nothing at this address.');

/** Whatever no other route answers, so that callers get a problem document and not a page. */
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: nothingHere,
  POST: nothingHere,
  PUT: nothingHere,
  PATCH: nothingHere,
  DELETE: nothingHere,
});
