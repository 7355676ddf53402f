/** One reader, chunks in order, no back-pressure beyond `pull`: what bodies of requests and answers need of streams. */

type Controller<Chunk> = {
  enqueue: (chunk: Chunk) => void;
  close: () => void;
  error: (reason: unknown) => void;
  readonly desiredSize: number;
};
export type Source<Chunk> = {
  start?: (controller: Controller<Chunk>) => unknown;
  pull?: (controller: Controller<Chunk>) => unknown;
  cancel?: (reason: unknown) => unknown;
};
type Read<Chunk> = { done: false; value: Chunk } | { done: true; value: undefined };
type Waiting<Chunk> = { resolve: (read: Read<Chunk>) => void; reject: (reason: unknown) => void };

export class ReadableStream<Chunk = unknown> {
  #chunks: Chunk[] = [];
  #waiting: Waiting<Chunk>[] = [];
  #state: 'open' | 'closed' | 'failed' = 'open';
  #reason: unknown;
  #isLocked = false;
  #isPulling = false;
  #started: Promise<unknown> = Promise.resolve();
  #source: Source<Chunk>;

  constructor(source: Source<Chunk> = {}) {
    this.#source = source;
    const started = source.start?.(this.#controller);
    this.#started = Promise.resolve(started);
    this.#started.catch((reason: unknown) => this.#controller.error(reason));
  }
  #controller: Controller<Chunk> = ((stream: ReadableStream<Chunk>) => ({
    enqueue: (chunk: Chunk) => {
      if (stream.#state !== 'open') throw new TypeError('Invalid state: the stream is closed');
      const waiting = stream.#waiting.shift();
      if (waiting === undefined) stream.#chunks.push(chunk);
      else waiting.resolve({ done: false, value: chunk });
    },
    close: () => {
      if (stream.#state === 'open') stream.#state = 'closed';
      if (stream.#chunks.length > 0) return;
      for (const { resolve } of stream.#waiting.splice(0)) resolve({ done: true, value: undefined });
    },
    error: (reason: unknown) => {
      if (stream.#state !== 'open') return;
      stream.#state = 'failed';
      stream.#reason = reason;
      stream.#chunks = [];
      for (const { reject } of stream.#waiting.splice(0)) reject(reason);
    },
    get desiredSize() {
      return 1 - stream.#chunks.length;
    },
  }))(this);

  get locked(): boolean {
    return this.#isLocked;
  }
  async #read(): Promise<Read<Chunk>> {
    if (this.#chunks.length > 0) return { done: false, value: this.#chunks.shift() as Chunk };
    if (this.#state === 'closed') return { done: true, value: undefined };
    if (this.#state === 'failed') throw this.#reason;
    const next = new Promise<Read<Chunk>>((resolve, reject) => this.#waiting.push({ resolve, reject }));
    void this.#pull();
    return next;
  }
  async #pull(): Promise<void> {
    if (this.#isPulling || this.#source.pull === undefined) return;
    this.#isPulling = true;
    try {
      await this.#started;
      while (this.#waiting.length > 0 && this.#state === 'open') {
        const before = this.#waiting.length;
        await this.#source.pull(this.#controller);
        if (this.#waiting.length >= before) break;
      }
    } catch (reason) {
      this.#controller.error(reason);
    } finally {
      this.#isPulling = false;
    }
  }
  getReader() {
    if (this.#isLocked) throw new TypeError('Invalid state: ReadableStream is locked');
    this.#isLocked = true;
    return {
      read: () => this.#read(),
      releaseLock: () => void (this.#isLocked = false),
      cancel: (reason?: unknown) => this.#cancel(reason),
    };
  }
  async #cancel(reason: unknown): Promise<void> {
    if (this.#state === 'open') await this.#source.cancel?.(reason);
    this.#chunks = [];
    this.#controller.close();
  }
  cancel(reason?: unknown): Promise<void> {
    if (this.#isLocked) return Promise.reject(new TypeError('Invalid state: ReadableStream is locked'));
    return this.#cancel(reason);
  }
  tee(): [ReadableStream<Chunk>, ReadableStream<Chunk>] {
    const reader = this.getReader();
    const controllers: Controller<Chunk>[] = [];
    const copy = (): ReadableStream<Chunk> =>
      new ReadableStream<Chunk>({
        start: (controller) => void controllers.push(controller),
        pull: async () => {
          const { done, value } = await reader.read();
          for (const controller of controllers) {
            if (done) controller.close();
            else controller.enqueue(value);
          }
        },
      });
    return [copy(), copy()];
  }
  async *[Symbol.asyncIterator](): AsyncGenerator<Chunk> {
    const reader = this.getReader();
    for (;;) {
      const read = await reader.read();
      if (read.done) return;
      yield read.value;
    }
  }
}
