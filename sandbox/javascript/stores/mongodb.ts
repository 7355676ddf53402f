import type { Mingo } from './mingo.ts';
import { Collection, emptyCollection, type Stored } from './mongo-collection.ts';
import { MongoBulkWriteError, MongoError, MongoInvalidArgumentError, MongoServerError } from './mongo-errors.ts';
import { ObjectId } from './object-id.ts';

type Server = Map<string, Map<string, Stored>>;

/** The official driver's face on collections that lie in the isolate; mingo answers the queries. */
export function createMongo(mingo: Mingo) {
  const servers = new Map<string, Server>();

  class Db {
    readonly databaseName: string;
    readonly #server: Server;
    constructor(server: Server, name: string) {
      this.#server = server;
      this.databaseName = name;
    }
    #collections(): Map<string, Stored> {
      const known = this.#server.get(this.databaseName) ?? new Map<string, Stored>();
      this.#server.set(this.databaseName, known);
      return known;
    }
    collection(name: string): Collection {
      return new Collection(mingo, this.databaseName, name, (wanted) => {
        const collections = this.#collections();
        const stored = collections.get(wanted) ?? emptyCollection();
        collections.set(wanted, stored);
        return stored;
      });
    }
    async dropDatabase(): Promise<boolean> {
      return this.#server.delete(this.databaseName);
    }
  }

  class MongoClient {
    readonly #server: Server;
    readonly #name: string;
    constructor(url = 'mongodb://localhost:27017') {
      const [, host = '', name = ''] = /^mongodb(?:\+srv)?:\/\/([^/?]+)(?:\/([^?]*))?/.exec(url) ?? [];
      if (host === '') {
        const message = 'Invalid scheme, expected connection string to start with "mongodb://" or "mongodb+srv://"';
        throw new MongoError(message);
      }
      this.#server = servers.get(host) ?? new Map();
      servers.set(host, this.#server);
      this.#name = name || 'test';
    }
    static async connect(url?: string): Promise<MongoClient> {
      return new MongoClient(url);
    }
    async connect(): Promise<this> {
      return this;
    }
    async close(): Promise<void> {}
    startSession(): never {
      throw new Error('The model of MongoDB has no sessions and no transactions.');
    }
    withSession(): never {
      return this.startSession();
    }
    db(name = this.#name): Db {
      return new Db(this.#server, name);
    }
  }

  return { MongoClient, ObjectId, MongoError, MongoServerError, MongoBulkWriteError, MongoInvalidArgumentError };
}
