import type { StoreModule } from './store-modules.ts';

/** The declarations of these modules alone, so that an editor offers no other. */
export const storeTypesOf = (modules: readonly StoreModule[]): string =>
  storeTypes
    .split(/^(?=declare module )/m)
    .filter((text) => modules.some((name) => text.startsWith(`declare module '${name}'`)))
    .join('');

/** What `mongodb` and `redis` are to the editor and to the stage of types; content/stores.d.ts says the same to content. */
export const storeTypes = `
declare module 'redis' {
  type Key = string;
  type Value = string | number;
  type Many = string | string[];
  type Bound = number | string;
  type ZMember = { value: string; score: number };
  type Moment = { EX?: number; PX?: number; EXAT?: number; PXAT?: number; KEEPTTL?: true };
  type SetOptions = Moment & {
    NX?: true;
    XX?: true;
    GET?: true;
    condition?: 'NX' | 'XX';
    expiration?: 'KEEPTTL' | { type: 'EX' | 'PX' | 'EXAT' | 'PXAT'; value: number } | { type: 'KEEPTTL' };
  };
  type AddOptions = {
    NX?: true;
    XX?: true;
    GT?: true;
    LT?: true;
    CH?: true;
    condition?: 'NX' | 'XX';
    comparison?: 'GT' | 'LT';
  };
  type RangeOptions = { BY?: 'SCORE'; REV?: true; LIMIT?: { offset: number; count: number } };
  type ExpireMode = 'NX' | 'XX' | 'GT' | 'LT';
  type Side = 'LEFT' | 'RIGHT';

  /** Each command with what Redis replies; a client gives a promise of it, \`multi()\` a list to which the next is added. */
  interface Commands {
    /** 'OK', or null where NX or XX kept it from being written; with GET the old value. */
    set(key: Key, value: Value, options?: SetOptions): string | null;
    get(key: Key): string | null;
    setEx(key: Key, seconds: number, value: Value): string;
    pSetEx(key: Key, ms: number, value: Value): string;
    setNX(key: Key, value: Value): number;
    getSet(key: Key, value: Value): string | null;
    getDel(key: Key): string | null;
    mGet(keys: Many): (string | null)[];
    mSet(pairs: Record<string, string> | [string, string][] | string[]): string;
    incr(key: Key): number;
    decr(key: Key): number;
    incrBy(key: Key, by: number): number;
    decrBy(key: Key, by: number): number;
    incrByFloat(key: Key, by: number): string;
    append(key: Key, value: string): number;
    strLen(key: Key): number;

    del(keys: Many): number;
    unlink(keys: Many): number;
    exists(keys: Many): number;
    type(key: Key): string;
    /** 1 when the expiry was set, 0 when there is no such key or the mode forbade it. */
    expire(key: Key, seconds: number, mode?: ExpireMode): number;
    pExpire(key: Key, ms: number, mode?: ExpireMode): number;
    expireAt(key: Key, at: number | Date, mode?: ExpireMode): number;
    /** Seconds that are left; -1 without an expiry, -2 without a key. */
    ttl(key: Key): number;
    pTTL(key: Key): number;
    persist(key: Key): number;
    rename(key: Key, newKey: Key): string;
    keys(pattern: string): string[];
    dbSize(): number;
    flushAll(): string;
    flushDb(): string;
    ping(message?: string): string;

    /** How many fields are new. */
    hSet(...given: [key: Key, field: string, value: Value] | [key: Key, fields: Record<string, Value>]): number;
    hSetNX(key: Key, field: string, value: string): number;
    hGet(key: Key, field: string): string | null;
    hmGet(key: Key, fields: Many): (string | null)[];
    hGetAll(key: Key): Record<string, string>;
    hDel(key: Key, fields: Many): number;
    hExists(key: Key, field: string): number;
    hLen(key: Key): number;
    hKeys(key: Key): string[];
    hVals(key: Key): string[];
    hIncrBy(key: Key, field: string, by: number): number;
    hIncrByFloat(key: Key, field: string, by: number): string;

    lPush(key: Key, elements: Many): number;
    rPush(key: Key, elements: Many): number;
    lPop(key: Key): string | null;
    rPop(key: Key): string | null;
    lLen(key: Key): number;
    lIndex(key: Key, index: number): string | null;
    lRange(key: Key, start: number, stop: number): string[];
    lTrim(key: Key, start: number, stop: number): string;
    lRem(key: Key, count: number, element: string): number;
    lMove(source: Key, destination: Key, from: Side, to: Side): string | null;

    sAdd(key: Key, members: Many): number;
    sRem(key: Key, members: Many): number;
    sIsMember(key: Key, member: string): number;
    smIsMember(key: Key, members: Many): number[];
    sMembers(key: Key): string[];
    sCard(key: Key): number;
    sInter(keys: Many): string[];
    sUnion(keys: Many): string[];
    sDiff(keys: Many): string[];

    /** How many members are new; with CH how many are new or changed. */
    zAdd(key: Key, members: ZMember | ZMember[], options?: AddOptions): number;
    zIncrBy(key: Key, by: number, member: string): number;
    zScore(key: Key, member: string): number | null;
    zmScore(key: Key, members: Many): (number | null)[];
    zRank(key: Key, member: string): number | null;
    zRevRank(key: Key, member: string): number | null;
    zCard(key: Key): number;
    zCount(key: Key, min: Bound, max: Bound): number;
    zRange(key: Key, min: Bound, max: Bound, options?: RangeOptions): string[];
    zRangeWithScores(key: Key, min: Bound, max: Bound, options?: RangeOptions): ZMember[];
    zRangeByScore(key: Key, min: Bound, max: Bound, options?: { LIMIT?: { offset: number; count: number } }): string[];
    zRem(key: Key, members: Many): number;
    zRemRangeByScore(key: Key, min: Bound, max: Bound): number;
    zRemRangeByRank(key: Key, start: number, stop: number): number;
    zPopMin(key: Key): ZMember | null;
    zPopMax(key: Key): ZMember | null;
  }
  type Later<Method> = Method extends (...given: infer Given) => infer Reply
    ? (...given: Given) => Promise<Reply>
    : never;
  type Queued<Method> = Method extends (...given: infer Given) => unknown ? (...given: Given) => RedisMulti : never;

  /** Commands that are carried out together, with nobody's in between. */
  export type RedisMulti = { [Name in keyof Commands]: Queued<Commands[Name]> } & {
    /** The replies in their order. Rejects with a WatchError when a watched key was changed: nothing was carried out then. */
    exec(): Promise<Loose[]>;
  };
  export type RedisClientType = { [Name in keyof Commands]: Later<Commands[Name]> } & {
    readonly isOpen: boolean;
    readonly isReady: boolean;
    connect(): Promise<RedisClientType>;
    close(): Promise<void>;
    destroy(): void;
    /** Another client of the same server, which has to connect. */
    duplicate(): RedisClientType;
    on(event: string, listener: (...given: unknown[]) => void): RedisClientType;
    watch(keys: Many): Promise<string>;
    unwatch(): Promise<string>;
    multi(): RedisMulti;
    /** Waits until one of the lists has an element; null after so many seconds, and 0 waits for ever. */
    blPop(keys: Many, seconds: number): Promise<{ key: string; element: string } | null>;
    brPop(keys: Many, seconds: number): Promise<{ key: string; element: string } | null>;
    scanIterator(options?: { MATCH?: string; COUNT?: number; TYPE?: string }): AsyncGenerator<string[]>;
  };
  type Loose = ReturnType<typeof JSON.parse>;

  export function createClient(options?: { url?: string }): RedisClientType;
  export class ErrorReply extends Error {}
  export class SimpleError extends ErrorReply {}
  export class WatchError extends Error {}
  export class ClientClosedError extends Error {}
  export class MultiErrorReply extends ErrorReply {
    readonly replies: Loose[];
    readonly errorIndexes: number[];
  }
}

declare module 'mongodb' {
  type Loose = ReturnType<typeof JSON.parse>;
  export type Document = Record<string, Loose>;
  export type Filter = Record<string, Loose>;
  export type Sort = string | [string, Direction][] | Record<string, Direction>;
  type Direction = 1 | -1 | 'asc' | 'desc';
  export type WithId<Doc> = Doc extends { _id: unknown } ? Doc : Doc & { _id: ObjectId };
  export type FindOptions = { projection?: Document; sort?: Sort; limit?: number; skip?: number };
  export type UpdateOptions = { upsert?: boolean; arrayFilters?: Document[] };
  export type UpdateResult = {
    acknowledged: boolean;
    matchedCount: number;
    modifiedCount: number;
    upsertedCount: number;
    upsertedId: Loose;
  };
  export type FindOneAndUpdateOptions = UpdateOptions & {
    /** The document as it was before, unless this says after. */
    returnDocument?: 'before' | 'after';
    projection?: Document;
    sort?: Sort;
  };

  export class ObjectId {
    constructor(hex?: string);
    static isValid(hex: unknown): boolean;
    toHexString(): string;
    toString(): string;
    toJSON(): string;
    equals(other: unknown): boolean;
    getTimestamp(): Date;
  }
  export interface AggregationCursor<Doc = Loose> extends AsyncIterable<Doc> {
    toArray(): Promise<Doc[]>;
    next(): Promise<Doc | null>;
    hasNext(): Promise<boolean>;
    forEach(visit: (document: Doc) => void): Promise<void>;
    close(): Promise<void>;
  }
  export interface FindCursor<Doc = Loose> extends AggregationCursor<Doc> {
    sort(sort: Sort, direction?: Direction): FindCursor<Doc>;
    limit(limit: number): FindCursor<Doc>;
    skip(skip: number): FindCursor<Doc>;
    project<Shown = Loose>(projection: Document): FindCursor<Shown>;
  }
  export class Collection<Doc extends Document = Document> {
    private constructor();
    readonly collectionName: string;
    readonly namespace: string;
    find(filter?: Filter, options?: FindOptions): FindCursor<WithId<Doc>>;
    findOne(filter?: Filter, options?: FindOptions): Promise<WithId<Doc> | null>;
    countDocuments(filter?: Filter): Promise<number>;
    estimatedDocumentCount(): Promise<number>;
    distinct(field: string, filter?: Filter): Promise<Loose[]>;
    aggregate<Result = Loose>(pipeline: Document[]): AggregationCursor<Result>;
    insertOne(document: Doc): Promise<{ acknowledged: boolean; insertedId: Loose }>;
    insertMany(
      documents: Doc[],
      options?: { ordered?: boolean },
    ): Promise<{ acknowledged: boolean; insertedCount: number; insertedIds: Record<number, Loose> }>;
    updateOne(filter: Filter, update: Document | Document[], options?: UpdateOptions): Promise<UpdateResult>;
    updateMany(filter: Filter, update: Document | Document[], options?: UpdateOptions): Promise<UpdateResult>;
    replaceOne(filter: Filter, replacement: Document, options?: { upsert?: boolean }): Promise<UpdateResult>;
    deleteOne(filter: Filter): Promise<{ acknowledged: boolean; deletedCount: number }>;
    deleteMany(filter: Filter): Promise<{ acknowledged: boolean; deletedCount: number }>;
    findOneAndUpdate(
      filter: Filter,
      update: Document | Document[],
      options?: FindOneAndUpdateOptions,
    ): Promise<WithId<Doc> | null>;
    findOneAndDelete(filter: Filter, options?: { projection?: Document; sort?: Sort }): Promise<WithId<Doc> | null>;
    createIndex(
      keys: string | Document,
      options?: {
        unique?: boolean;
        sparse?: boolean;
        partialFilterExpression?: Filter;
        expireAfterSeconds?: number;
        name?: string;
      },
    ): Promise<string>;
    dropIndex(name: string): Promise<void>;
    indexes(): Promise<Document[]>;
    drop(): Promise<boolean>;
  }
  export class Db {
    private constructor();
    readonly databaseName: string;
    collection<Doc extends Document = Document>(name: string): Collection<Doc>;
    dropDatabase(): Promise<boolean>;
  }
  export class MongoClient {
    constructor(url?: string);
    static connect(url?: string): Promise<MongoClient>;
    connect(): Promise<MongoClient>;
    close(): Promise<void>;
    db(name?: string): Db;
  }
  export class MongoError extends Error {}
  /** \`code\` 11000 is a duplicate key; \`keyPattern\` and \`keyValue\` say which. */
  export class MongoServerError extends MongoError {
    readonly code: number;
    readonly keyPattern?: Document;
    readonly keyValue?: Document;
  }
  export class MongoBulkWriteError extends MongoServerError {
    readonly insertedCount: number;
    readonly insertedIds: Record<number, Loose>;
    readonly writeErrors: { index: number; code: number; errmsg: string }[];
  }
  export class MongoInvalidArgumentError extends MongoError {}
}
`;
