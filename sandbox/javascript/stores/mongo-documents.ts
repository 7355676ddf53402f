import { ObjectId } from './object-id.ts';

export type Document = Record<string, unknown>;

/** What lies in the database is nobody's object: copied on its way in and on its way out. */
export function copy<Value>(value: Value): Value {
  if (value === null || typeof value !== 'object' || value instanceof ObjectId) return value;
  if (value instanceof Date) return new Date(value.getTime()) as Value;
  if (value instanceof RegExp) return new RegExp(value.source, value.flags) as Value;
  if (Array.isArray(value)) return value.map((one: unknown) => (one === undefined ? null : copy(one))) as Value;
  // What is undefined is stored as null, as the driver does it unless it is told otherwise.
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, one === undefined ? null : copy(one)]),
  ) as Value;
}

/** A copy as the server sends it: its `_id` comes first. */
export const sent = (document: Document): Document =>
  '_id' in document ? { _id: copy(document._id), ...copy(document) } : copy(document);

/** The values at a path; an array on the way or at its end stands for each of its elements, as in a multikey index. */
export function valuesAt(value: unknown, path: string): unknown[] {
  const [first = '', ...rest] = path.split('.');
  if (Array.isArray(value)) return value.flatMap((one) => valuesAt(one, path));
  if (value === null || typeof value !== 'object' || !(first in value)) return [null];
  const found = (value as Document)[first];
  if (rest.length > 0) return valuesAt(found, rest.join('.'));
  return Array.isArray(found) ? found : [found];
}

/** Whether a path leads somewhere. */
export const hasPath = (value: unknown, path: string): boolean => {
  const [first = '', ...rest] = path.split('.');
  if (Array.isArray(value)) return value.some((one) => hasPath(one, path));
  if (value === null || typeof value !== 'object' || !(first in value)) return false;
  return rest.length === 0 || hasPath((value as Document)[first], rest.join('.'));
};

export function isOperatorDocument(value: unknown): boolean {
  return (
    value !== null &&
    typeof value === 'object' &&
    !Array.isArray(value) &&
    Object.keys(value).some((key) => key.startsWith('$'))
  );
}

/** What an upsert begins with: the fields that the filter says are equal to something. */
export function equalitiesOf(filter: Document): Document {
  const found: Document = {};
  for (const [key, value] of Object.entries(filter)) {
    if (key === '$and') for (const one of value as Document[]) Object.assign(found, equalitiesOf(one));
    else if (key.startsWith('$')) continue;
    else if (!isOperatorDocument(value)) {
      if (!(value instanceof RegExp)) found[key] = copy(value);
    } else if ('$eq' in (value as Document)) found[key] = copy((value as Document).$eq);
  }
  return found;
}
