/**
 * Runs when the library is there and before anybody's code: freezes what the language brings, so that a suite cannot
 * watch the code under test at work by replacing a method that it uses, and takes away what would tell one
 * implementation from another without calling it. Its text is carried over with `toString`, so it can use nothing from
 * around it.
 */
export function hardenIntrinsics(): { seedRandom: (seed: number) => void } {
  'use strict';
  const { defineProperty, freeze, getOwnPropertyDescriptor, getPrototypeOf, preventExtensions } = Object;
  const { deleteProperty, ownKeys } = Reflect;

  // A proxy would see each access to an argument, and these two when something is collected.
  for (const name of ['Proxy', 'WeakRef', 'FinalizationRegistry']) deleteProperty(globalThis, name);
  // RegExp.$1 and its like are what the last match was, also one inside the code under test.
  for (const name of ownKeys(RegExp)) {
    if (!['length', 'name', 'prototype', 'escape', Symbol.species].includes(name)) deleteProperty(RegExp, name);
  }
  // The only way to a source; what is defined in the engine prints like this anyway.
  const toString = {
    toString(this: unknown): string {
      if (typeof this !== 'function')
        throw new TypeError('Function.prototype.toString requires that this is a function');
      return `function ${typeof this.name === 'string' ? this.name : ''}() { [native code] }`;
    },
  }.toString;
  defineProperty(Function.prototype, 'toString', { value: toString });

  let state = 0;
  const random = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  defineProperty(Math, 'random', { value: random });

  /** Names that programs set on objects of their own, where a frozen prototype would refuse: `error.name = 'Refused'`. */
  const overridable = new Set<unknown>(['constructor', 'name', 'message', 'toString', 'toJSON', 'valueOf', 'then']);
  const letOwnersOverride = (object: object, key: PropertyKey, value: unknown): void => {
    defineProperty(object, key, {
      get: () => value,
      set(this: unknown, next: unknown) {
        if (this === object || this === null || (typeof this !== 'object' && typeof this !== 'function')) {
          throw new TypeError(`Cannot assign to read only property '${String(key)}' of the language's own objects`);
        }
        // Only what has no such property of its own comes here.
        defineProperty(this, key, { value: next, writable: true, enumerable: true, configurable: true });
      },
      configurable: false,
      enumerable: false,
    });
  };

  const open = new Map<object, PropertyKey>([
    [Math, 'random'],
    [Date, 'now'],
  ]);
  const seen = new Set<unknown>([globalThis]);
  const pending: object[] = [];
  const visit = (value: unknown): void => {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value)) return;
    seen.add(value);
    pending.push(value);
  };
  const globals = ownKeys(globalThis).filter((name) => {
    const value = getOwnPropertyDescriptor(globalThis, name)?.value as unknown;
    return (
      typeof name === 'string' &&
      (/^[A-Z]/.test(name) ||
        ['eval', 'parseInt', 'parseFloat', 'isNaN', 'isFinite', 'globalThis'].includes(name) ||
        /^(en|de)codeURI/.test(name)) &&
      value !== undefined
    );
  });
  for (const name of globals) if (name !== 'globalThis') visit(getOwnPropertyDescriptor(globalThis, name)?.value);
  const generator = function* () {};
  const asyncGenerator = async function* () {};
  for (const hidden of [
    generator,
    asyncGenerator,
    async () => undefined,
    [][Symbol.iterator](),
    new Map()[Symbol.iterator](),
    new Set()[Symbol.iterator](),
    ''[Symbol.iterator](),
    ''.matchAll(/x/g),
    [].values().map(() => 0),
  ]) {
    visit(getPrototypeOf(hidden));
  }
  while (pending.length > 0) {
    const object = pending.pop() as object;
    visit(getPrototypeOf(object));
    for (const key of ownKeys(object)) {
      const descriptor = getOwnPropertyDescriptor(object, key) as PropertyDescriptor;
      visit(descriptor.value);
      visit(descriptor.get);
      visit(descriptor.set);
      if (open.get(object) === key) continue;
      const isPrototype =
        object === Function.prototype || (typeof object !== 'function' && Object.hasOwn(object, 'constructor'));
      if (descriptor.configurable !== true) continue;
      if ('value' in descriptor && isPrototype && (object === Object.prototype || overridable.has(key))) {
        letOwnersOverride(object, key, descriptor.value);
      } else
        defineProperty(object, key, { configurable: false, ...('value' in descriptor ? { writable: false } : {}) });
    }
    if (open.has(object)) preventExtensions(object);
    else freeze(object);
  }
  // A suite may put a clock or a stub of its own in place of these; the rest of the language stays where it is.
  for (const name of globals) {
    if (name !== 'Date') defineProperty(globalThis, name, { writable: false, configurable: false });
  }
  return { seedRandom: (seed) => void (state = seed >>> 0) };
}
