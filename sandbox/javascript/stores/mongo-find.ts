import type { Mingo, Sort } from './mingo.ts';
import { Cursor } from './mongo-cursor.ts';
import { sent, type Document } from './mongo-documents.ts';

export type FindOptions = { projection?: Document; sort?: Sort; limit?: number; skip?: number };

/** `1`, `'asc'` and `'ascending'` are the same. */
export function directions(sort: Sort, direction: unknown = 1): Record<string, 1 | -1> {
  const pairs: [string, unknown][] =
    typeof sort === 'string'
      ? [[sort, direction]]
      : Array.isArray(sort)
        ? (sort as [string, unknown][])
        : sort instanceof Map
          ? [...sort]
          : Object.entries(sort);
  return Object.fromEntries(pairs.map(([key, way]) => [key, way === -1 || /^desc/.test(String(way)) ? -1 : 1]));
}

export function select(mingo: Mingo, documents: Document[], filter: Document, options: FindOptions): Document[] {
  const { projection, sort, limit, skip } = options;
  const found = mingo.find(documents, filter, projection ?? {}, { processingMode: 'CLONE_INPUT' });
  if (sort !== undefined) found.sort(directions(sort));
  if (skip !== undefined && skip > 0) found.skip(skip);
  // 0 is no limit; a negative one counts as its absolute value.
  if (limit !== undefined && limit !== 0) found.limit(Math.abs(limit));
  return found.all().map(sent);
}

export class FindCursor extends Cursor<Document> {
  readonly #options: FindOptions;
  constructor(find: (options: FindOptions) => Document[], options: FindOptions) {
    super(() => find(this.#options));
    this.#options = { ...options };
  }
  sort(sort: Sort, direction?: unknown): this {
    this.#options.sort = directions(sort, direction);
    return this;
  }
  limit(limit: number): this {
    this.#options.limit = limit;
    return this;
  }
  skip(skip: number): this {
    this.#options.skip = skip;
    return this;
  }
  project(projection: Document): this {
    this.#options.projection = projection;
    return this;
  }
}
