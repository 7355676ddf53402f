import { texts } from './redis-arguments.ts';
import { hashes, lists, pop, sets } from './redis-collections.ts';
import { keys, scan } from './redis-keys.ts';
import { ErrorReply, Keyspace, SimpleError } from './redis-keyspace.ts';
import { sortedSets } from './redis-sorted-sets.ts';
import { strings } from './redis-strings.ts';

export { ErrorReply, SimpleError };

/** What a client of node-redis rejects with when a watched key was changed before EXEC. */
export class WatchError extends Error {
  constructor() {
    super('One (or more) of the watched keys has been changed');
  }
}
export class ClientClosedError extends Error {
  constructor() {
    super('The client is closed');
  }
}
/** EXEC runs every command whatever became of the others; its errors are told together. */
export class MultiErrorReply extends ErrorReply {
  readonly replies: unknown[];
  readonly errorIndexes: number[];
  constructor(replies: unknown[], errorIndexes: number[]) {
    super(`${errorIndexes.length} commands failed, see .replies and .errorIndexes for more information`);
    this.replies = replies;
    this.errorIndexes = errorIndexes;
  }
}

type Command = (space: Keyspace, ...given: never[]) => unknown;
const commands: Record<string, Command> = { ...strings, ...keys, ...hashes, ...lists, ...sets, ...sortedSets };

const run = (space: Keyspace, name: string, given: unknown[]): unknown =>
  (commands[name] as Command)(space, ...(given as never[]));

const defaultUrl = 'redis://localhost:6379';
const servers = new Map<string, Keyspace>();

/** Commands that wait for EXEC; each method gives the list itself back. */
class Multi {
  readonly #queue: { name: string; given: unknown[] }[] = [];
  readonly #finish: (queue: { name: string; given: unknown[] }[]) => Promise<unknown[]>;
  constructor(finish: (queue: { name: string; given: unknown[] }[]) => Promise<unknown[]>) {
    this.#finish = finish;
  }
  queue(name: string, given: unknown[]): this {
    this.#queue.push({ name, given });
    return this;
  }
  exec(): Promise<unknown[]> {
    return this.#finish(this.#queue);
  }
}

/**
 * A client as node-redis has it, of a server that lies in the isolate. A command is carried out when it is called, as a
 * server does that takes them one after another, and its reply comes later, as over a network.
 */
class Client {
  readonly #url: string;
  readonly #space: Keyspace;
  #isOpen = false;
  #isDirty = false;
  #unwatch: (() => void)[] = [];

  constructor({ url = defaultUrl }: { url?: string } = {}) {
    this.#url = url;
    this.#space = servers.get(url) ?? new Keyspace();
    servers.set(url, this.#space);
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }
  get isReady(): boolean {
    return this.#isOpen;
  }
  async connect(): Promise<this> {
    if (this.#isOpen) throw new Error('Socket already opened');
    this.#isOpen = true;
    return this;
  }
  async close(): Promise<void> {
    this.#mustBeOpen();
    this.#isOpen = false;
    this.#forget();
  }
  destroy(): void {
    this.#isOpen = false;
    this.#forget();
  }
  quit(): Promise<void> {
    return this.close();
  }
  on(): this {
    return this;
  }
  duplicate(): Client {
    return new Client({ url: this.#url });
  }

  async send(name: string, given: unknown[]): Promise<unknown> {
    this.#mustBeOpen();
    return run(this.#space, name, given);
  }

  async watch(names: unknown): Promise<string> {
    this.#mustBeOpen();
    for (const key of texts(names)) this.#unwatch.push(this.#space.watch(key, () => (this.#isDirty = true)));
    return 'OK';
  }
  async unwatch(): Promise<string> {
    this.#mustBeOpen();
    this.#forget();
    return 'OK';
  }
  multi(): Multi {
    return new Multi(async (queue) => {
      this.#mustBeOpen();
      const isDirty = this.#isDirty;
      this.#forget();
      if (isDirty) throw new WatchError();
      const failed: number[] = [];
      const replies = queue.map(({ name, given }, index) => {
        try {
          return run(this.#space, name, given);
        } catch (error) {
          if (!(error instanceof ErrorReply)) throw error;
          failed.push(index);
          return error;
        }
      });
      if (failed.length > 0) throw new MultiErrorReply(replies, failed);
      return replies;
    });
  }

  blPop(names: unknown, seconds: number): Promise<{ key: string; element: string } | null> {
    return this.#blockingPop(names, seconds, 'left');
  }
  brPop(names: unknown, seconds: number): Promise<{ key: string; element: string } | null> {
    return this.#blockingPop(names, seconds, 'right');
  }

  async scan(
    _cursor: string,
    options?: { MATCH?: string; TYPE?: string },
  ): Promise<{ cursor: string; keys: string[] }> {
    this.#mustBeOpen();
    return { cursor: '0', keys: scan(this.#space, options) };
  }
  async *scanIterator(options?: { MATCH?: string; TYPE?: string }): AsyncGenerator<string[]> {
    const { keys: found } = await this.scan('0', options);
    yield found;
  }

  async #blockingPop(names: unknown, seconds: number, end: 'left' | 'right') {
    this.#mustBeOpen();
    const wanted = texts(names);
    const take = () => {
      for (const key of wanted) {
        const element = pop(this.#space, key, end);
        if (element !== null) return { key, element };
      }
      return null;
    };
    const first = take();
    if (first !== null) return first;
    return new Promise<{ key: string; element: string } | null>((resolve) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const stop = this.#space.wait(wanted, () => {
        const taken = take();
        if (taken === null) return false;
        clearTimeout(timer);
        resolve(taken);
        return true;
      });
      // 0 waits for ever.
      if (seconds > 0) {
        timer = setTimeout(() => {
          stop();
          resolve(null);
        }, seconds * 1000);
      }
    });
  }

  #forget(): void {
    for (const stop of this.#unwatch) stop();
    this.#unwatch = [];
    this.#isDirty = false;
  }
  #mustBeOpen(): void {
    if (!this.#isOpen) throw new ClientClosedError();
  }
}

/** What people reach for and do not find here: told by name instead of as "not a function". */
const missing = ['eval', 'evalSha', 'fCall', 'publish', 'subscribe', 'pSubscribe', 'xAdd', 'xRead', 'xReadGroup'];
for (const name of missing) {
  Object.defineProperty(Client.prototype, name, {
    value: () => Promise.reject(new Error(`The model of Redis has no ${name}.`)),
  });
}

for (const name of Object.keys(commands)) {
  Object.defineProperty(Client.prototype, name, {
    value(this: Client, ...given: unknown[]) {
      return this.send(name, given);
    },
  });
  Object.defineProperty(Multi.prototype, name, {
    value(this: Multi, ...given: unknown[]) {
      return this.queue(name, given);
    },
  });
}

export const createClient = (options?: { url?: string }): Client => new Client(options);
