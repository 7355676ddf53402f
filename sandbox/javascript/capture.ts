/**
 * Runs first of all in a fresh isolate: takes what the harness needs before the learner's code can replace it, and removes
 * what no submission may have. Its text is carried over with `toString`, so it can use nothing from around it.
 */
export function captureIntrinsics(
  /** Text of a stack; without it, the engine's own. */
  prepareStackTrace?: (error: unknown, sites: NodeJS.CallSite[]) => string,
) {
  'use strict';
  const { construct, deleteProperty } = Reflect;
  const { defineProperty } = Object;
  const RealArrayBuffer = ArrayBuffer;
  // `uncurry(method)(self, …)` calls a method without looking anything up.
  const uncurry = Function.prototype.bind.bind(Function.prototype.call) as unknown as (
    method: unknown,
  ) => (self: unknown, ...rest: unknown[]) => unknown;

  // Memory that these hand out is not counted by the isolate's limit, and Atomics.wait would block the thread.
  for (const name of ['WebAssembly', 'SharedArrayBuffer', 'Atomics']) deleteProperty(globalThis, name);
  for (const name of ['resize', 'transfer', 'transferToFixedLength']) deleteProperty(RealArrayBuffer.prototype, name);
  // Handlers and descriptors that live on have no prototype, or Object.prototype.get would become part of them.
  const FixedArrayBuffer = new Proxy(RealArrayBuffer, {
    __proto__: null,
    construct: (target: typeof ArrayBuffer, parts: unknown[], newTarget: never) =>
      construct(target, [parts[0]], newTarget) as object,
  } as ProxyHandler<typeof ArrayBuffer>);
  defineProperty(RealArrayBuffer.prototype, 'constructor', { value: FixedArrayBuffer });
  defineProperty(globalThis, 'ArrayBuffer', { value: FixedArrayBuffer });
  // V8 would call it while it makes a stack trace, outside every limit.
  defineProperty(Error, 'prepareStackTrace', { value: prepareStackTrace, writable: false, configurable: false });

  return {
    __proto__: null,
    stringify: JSON.stringify,
    parse: JSON.parse as (json: string) => unknown,
    apply: Reflect.apply as (run: unknown, self: unknown, parts: unknown[]) => unknown,
    construct: construct as (run: unknown, parts: unknown[], newTarget: unknown) => object,
    defineProperty,
    keys: Object.keys as (value: object) => string[],
    getPrototypeOf: Object.getPrototypeOf as (value: unknown) => unknown,
    text: String,
    number: Number,
    trunc: Math.trunc,
    evaluate: globalThis.eval as (source: string) => unknown,
    TypeError,
    Date,
    dateToString: uncurry(Date.prototype.toString),
    slice: uncurry(String.prototype.slice) as (self: string, start: number, end: number) => string,
    then: uncurry(Promise.prototype.then),
    settled: Promise.resolve(),
    /** As an own property it keeps a tampered Promise.prototype away from a promise's value. */
    ownConstructor: { __proto__: null, value: Promise } as PropertyDescriptor,
    asyncPrototype: Object.getPrototypeOf(async () => {}) as unknown,
    isError: uncurry(Object.prototype.isPrototypeOf).bind(null, Error.prototype) as (value: unknown) => boolean,
    mapSize: uncurry(Object.getOwnPropertyDescriptor(Map.prototype, 'size')?.get),
    setSize: uncurry(Object.getOwnPropertyDescriptor(Set.prototype, 'size')?.get),
    mapForEach: uncurry(Map.prototype.forEach),
    setForEach: uncurry(Set.prototype.forEach),
    expose: (name: string, value: unknown): void => {
      defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
    },
  };
}

export type Captured = ReturnType<typeof captureIntrinsics>;
