import type { Document } from './mongo-documents.ts';

export type Sort = string | [string, unknown][] | Map<string, unknown> | Record<string, unknown>;
type Found = {
  sort: (by: Record<string, 1 | -1>) => Found;
  skip: (count: number) => Found;
  limit: (count: number) => Found;
  all: () => Document[];
};
type Options = { processingMode?: string; collectionResolver?: (name: string) => Document[] };

/** What is used of the package; the bundle hands it over as it is. */
export type Mingo = {
  find: (documents: Document[], filter: Document, projection: Document, options?: Options) => Found;
  aggregate: (documents: Document[], pipeline: Document[], options?: Options) => Document[];
  updateOne: (
    documents: Document[],
    filter: Document,
    update: unknown,
    config?: { arrayFilters?: Document[]; cloneMode?: string },
  ) => { modifiedCount: number };
  Query: new (filter: Document) => { test: (document: Document) => boolean };
};
