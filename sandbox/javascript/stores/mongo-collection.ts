import { select, FindCursor, type FindOptions } from './mongo-find.ts';
import type { Mingo, Sort } from './mingo.ts';
import { Cursor } from './mongo-cursor.ts';
import { copy, equalitiesOf, hasPath, isOperatorDocument, sent, valuesAt, type Document } from './mongo-documents.ts';
import { duplicateKey, MongoBulkWriteError, MongoInvalidArgumentError, MongoServerError } from './mongo-errors.ts';
import { ObjectId } from './object-id.ts';

type IndexOptions = {
  unique?: boolean;
  sparse?: boolean;
  partialFilterExpression?: Document;
  expireAfterSeconds?: number;
  name?: string;
};
type Index = IndexOptions & { name: string; key: Document };
type UpdateOptions = { upsert?: boolean; arrayFilters?: Document[] };
type FindAndOptions = UpdateOptions & { returnDocument?: 'before' | 'after'; projection?: Document; sort?: Sort };

/** What a collection holds; kept where every client of the same server finds it. */
export type Stored = { documents: Document[]; indexes: Index[] };
export const emptyCollection = (): Stored => ({
  documents: [],
  indexes: [{ name: '_id_', key: { _id: 1 }, unique: true }],
});

const acknowledged = true;

/** Each call is carried out at once and as a whole, and its answer comes later: one document is changed by one at a time. */
export class Collection {
  readonly collectionName: string;
  readonly namespace: string;
  readonly #mingo: Mingo;
  readonly #stored: () => Stored;
  readonly #resolve: (name: string) => Document[];

  constructor(mingo: Mingo, database: string, name: string, stored: (name: string) => Stored) {
    this.collectionName = name;
    this.namespace = `${database}.${name}`;
    this.#mingo = mingo;
    this.#stored = () => stored(name);
    this.#resolve = (other) => stored(other).documents;
  }

  find(filter: Document = {}, options: FindOptions = {}): FindCursor {
    return new FindCursor((wanted) => this.#select(filter, wanted), options);
  }
  async findOne(filter: Document = {}, options: FindOptions = {}): Promise<Document | null> {
    return this.#select(filter, { ...options, limit: 1 })[0] ?? null;
  }
  async countDocuments(filter: Document = {}): Promise<number> {
    return this.#matching(filter).length;
  }
  async estimatedDocumentCount(): Promise<number> {
    return this.#stored().documents.length;
  }
  async distinct(field: string, filter: Document = {}): Promise<unknown[]> {
    const values = this.#matching(filter)
      .filter((one) => hasPath(one, field))
      .flatMap((one) => valuesAt(one, field));
    const seen = new Map(values.map((value) => [textOf(value), value]));
    return [...seen.values()].map(copy);
  }
  aggregate(pipeline: Document[] = []): Cursor<Document> {
    return new Cursor(() => {
      const refused = pipeline
        .flatMap(Object.keys)
        .find((stage) => ['$out', '$merge', '$geoNear', '$search'].includes(stage));
      if (refused !== undefined) throw new Error(`The model of MongoDB has no ${refused}.`);
      const options = { processingMode: 'CLONE_INPUT', collectionResolver: this.#resolve };
      return this.#mingo.aggregate(this.#stored().documents, copy(pipeline), options).map(sent);
    });
  }

  async insertOne(document: Document): Promise<{ acknowledged: boolean; insertedId: unknown }> {
    return { acknowledged, insertedId: this.#insert(document) };
  }
  async insertMany(documents: Document[], { ordered = true }: { ordered?: boolean } = {}) {
    const insertedIds: Record<number, unknown> = {};
    const writeErrors: { index: number; code: number; errmsg: string }[] = [];
    for (const [index, document] of documents.entries()) {
      try {
        insertedIds[index] = this.#insert(document);
      } catch (error) {
        if (!(error instanceof MongoServerError)) throw error;
        writeErrors.push({ index, code: error.code, errmsg: error.message });
        if (ordered) break;
      }
    }
    const insertedCount = Object.keys(insertedIds).length;
    const [first] = writeErrors;
    if (first !== undefined) {
      throw new MongoBulkWriteError(first.errmsg, first.code, { writeErrors, insertedCount, insertedIds });
    }
    return { acknowledged, insertedCount, insertedIds };
  }

  async updateOne(filter: Document, update: unknown, options: UpdateOptions = {}) {
    return this.#update(this.#matching(filter).slice(0, 1), filter, update, options).result;
  }
  async updateMany(filter: Document, update: unknown, options: UpdateOptions = {}) {
    return this.#update(this.#matching(filter), filter, update, options).result;
  }
  async replaceOne(filter: Document, replacement: Document, { upsert = false }: UpdateOptions = {}) {
    if (isOperatorDocument(replacement)) {
      throw new MongoInvalidArgumentError('Replacement document must not contain atomic operators');
    }
    const [current] = this.#matching(filter);
    if (current === undefined) {
      const upsertedId = upsert ? this.#insert({ ...pick(equalitiesOf(filter), '_id'), ...replacement }) : null;
      return { acknowledged, matchedCount: 0, modifiedCount: 0, upsertedCount: upsert ? 1 : 0, upsertedId };
    }
    const modified = this.#put(current, { _id: current._id, ...copy(replacement) });
    return { acknowledged, matchedCount: 1, modifiedCount: Number(modified), upsertedCount: 0, upsertedId: null };
  }
  async deleteOne(filter: Document) {
    return this.#remove(this.#matching(filter).slice(0, 1));
  }
  async deleteMany(filter: Document = {}) {
    return this.#remove(this.#matching(filter));
  }

  async findOneAndUpdate(filter: Document, update: unknown, options: FindAndOptions = {}): Promise<Document | null> {
    const before = this.#first(filter, options.sort);
    const { id } = this.#update(before === undefined ? [] : [before], filter, update, options);
    const wanted = options.returnDocument === 'after' ? this.#withId(id) : before;
    return this.#projected(wanted, options.projection);
  }
  async findOneAndDelete(filter: Document, options: FindAndOptions = {}): Promise<Document | null> {
    const found = this.#first(filter, options.sort);
    if (found !== undefined) this.#remove([found]);
    return this.#projected(found, options.projection);
  }

  async createIndex(keys: string | Document, options: IndexOptions = {}): Promise<string> {
    const key = typeof keys === 'string' ? { [keys]: 1 } : copy(keys);
    const name =
      options.name ??
      Object.entries(key)
        .map(([field, way]) => `${field}_${String(way)}`)
        .join('_');
    const { indexes, documents } = this.#stored();
    if (indexes.some((index) => index.name === name)) return name;
    const index: Index = { ...options, name, key };
    for (const document of documents) this.#check(document, documents, index);
    indexes.push(index);
    return name;
  }
  async dropIndex(name: string): Promise<void> {
    const { indexes } = this.#stored();
    const at = indexes.findIndex((index) => index.name === name);
    if (at < 0) throw new MongoServerError(`index not found with name [${name}]`, 27);
    indexes.splice(at, 1);
  }
  async indexes(): Promise<Document[]> {
    return this.#stored().indexes.map((index) => copy({ v: 2, ...index }));
  }
  async drop(): Promise<boolean> {
    Object.assign(this.#stored(), emptyCollection());
    return true;
  }

  #select(filter: Document, options: FindOptions): Document[] {
    return select(this.#mingo, this.#stored().documents, filter, options);
  }
  #matching(filter: Document): Document[] {
    const query = new this.#mingo.Query(filter);
    return this.#stored().documents.filter((document) => query.test(document));
  }
  #first(filter: Document, sort?: Sort): Document | undefined {
    if (sort === undefined) return this.#matching(filter)[0];
    const [found] = this.#select(filter, { sort, limit: 1 });
    return found === undefined ? undefined : this.#withId(found._id);
  }
  #withId(id: unknown): Document | undefined {
    return this.#stored().documents.find((document) => textOf(document._id) === textOf(id));
  }
  #projected(document: Document | undefined, projection: Document | undefined): Document | null {
    if (document === undefined) return null;
    return select(this.#mingo, [document], {}, projection === undefined ? {} : { projection })[0] ?? null;
  }

  #insert(document: Document): unknown {
    // The driver writes the new _id into the caller's object.
    document._id ??= new ObjectId();
    const stored = copy(document);
    this.#checkAll(stored, null);
    this.#stored().documents.push({ _id: stored._id, ...stored });
    return stored._id;
  }
  #update(found: Document[], filter: Document, update: unknown, options: UpdateOptions) {
    const isPipeline = Array.isArray(update);
    if (
      !isPipeline &&
      !(isOperatorDocument(update) && Object.keys(update as Document).every((key) => key.startsWith('$')))
    ) {
      throw new MongoInvalidArgumentError('Update document requires atomic operators');
    }
    const { $setOnInsert: onInsert, ...rest } = (isPipeline ? {} : update) as Document & { $setOnInsert?: Document };
    const change = isPipeline ? update : rest;
    const apply = (document: Document): Document => {
      const list = [copy(document)];
      const config = { cloneMode: 'deep', ...(options.arrayFilters && { arrayFilters: options.arrayFilters }) };
      if (isPipeline || Object.keys(rest).length > 0) {
        refusals(() => this.#mingo.updateOne(list, positional(filter, rest) ? filter : {}, copy(change), config));
      }
      return list[0] as Document;
    };
    if (found.length === 0 && options.upsert === true) {
      const begun: Document = {};
      const setters = { ...equalitiesOf(filter), ...onInsert };
      if (Object.keys(setters).length > 0) this.#mingo.updateOne([begun], {}, { $set: setters }, { cloneMode: 'deep' });
      const id = this.#insert(apply(begun));
      return { id, result: { acknowledged, matchedCount: 0, modifiedCount: 0, upsertedCount: 1, upsertedId: id } };
    }
    let modifiedCount = 0;
    for (const document of found) if (this.#put(document, apply(document))) modifiedCount++;
    const result = { acknowledged, matchedCount: found.length, modifiedCount, upsertedCount: 0, upsertedId: null };
    return { id: found[0]?._id, result };
  }
  /** Whether anything changed. */
  #put(current: Document, changed: Document): boolean {
    if (textOf(current._id) !== textOf(changed._id)) {
      throw new MongoServerError("Performing an update on the path '_id' would modify the immutable field '_id'", 66);
    }
    if (textOf(current) === textOf(changed)) return false;
    this.#checkAll(changed, current);
    const { documents } = this.#stored();
    documents[documents.indexOf(current)] = changed;
    return true;
  }
  #remove(found: Document[]) {
    const gone = new Set(found);
    const stored = this.#stored();
    stored.documents = stored.documents.filter((document) => !gone.has(document));
    return { acknowledged, deletedCount: found.length };
  }

  #checkAll(document: Document, current: Document | null): void {
    const { indexes, documents } = this.#stored();
    const others = documents.filter((other) => other !== current);
    for (const index of indexes) this.#check(document, others, index);
  }
  #check(document: Document, others: Document[], index: Index): void {
    if (index.unique !== true || !this.#isIn(document, index)) return;
    const keys = keysOf(document, index.key);
    for (const other of others) {
      if (other === document || !this.#isIn(other, index)) continue;
      const theirs = new Set(keysOf(other, index.key).map(textOf));
      const shared = keys.find((key) => theirs.has(textOf(key)));
      if (shared === undefined) continue;
      const fields = Object.keys(index.key);
      const keyValue = Object.fromEntries(fields.map((field, at) => [field, shared[at]]));
      throw duplicateKey(this.namespace, index.name, index.key, keyValue);
    }
  }
  #isIn(document: Document, { sparse, partialFilterExpression, key }: Index): boolean {
    if (partialFilterExpression !== undefined) return new this.#mingo.Query(partialFilterExpression).test(document);
    return sparse !== true || Object.keys(key).some((field) => hasPath(document, field));
  }
}

/** One key for each combination of values; missing is null, which counts once in a unique index. */
function keysOf(document: Document, key: Document): unknown[][] {
  return Object.keys(key).reduce<unknown[][]>(
    (keys, field) => {
      const values = valuesAt(document, field);
      return keys.flatMap((begun) => (values.length === 0 ? [null] : values).map((value) => [...begun, value]));
    },
    [[]],
  );
}

/** Equal texts are equal values; a text and an id that look the same are not. */
function textOf(value: unknown): string {
  return (
    JSON.stringify(value, function (this: Document, key: string, written: unknown) {
      const own = this[key];
      if (own instanceof ObjectId) return { $oid: own.id };
      if (own instanceof Date) return { $date: own.getTime() };
      return written;
    }) ?? 'null'
  );
}

/** What mingo refuses the server refuses too; it tells by a number. */
function refusals(work: () => void): void {
  try {
    work();
  } catch (error) {
    const { message } = error as Error;
    throw new MongoServerError(message, message.includes('immutable') ? 66 : 9);
  }
}

const pick = (document: Document, key: string): Document => (key in document ? { [key]: document[key] } : {});

/** `tags.$` is the element that the filter found; without it the filter is not needed again. */
const positional = (filter: Document, update: Document): boolean =>
  Object.keys(filter).length > 0 &&
  Object.values(update).some((fields) => Object.keys(fields as object).some((path) => /\.\$(\.|$)/.test(path)));
