export type Subject = { exports: object; calls: () => number };

/**
 * The code under test as a suite gets it: wrappers that call through, count, and are the same for every implementation.
 * Its text is carried over with `toString`, so it can use nothing from around it.
 */
export function wrapSubject(exported: Record<string, unknown>): Subject {
  'use strict';
  const { create, defineProperty, getOwnPropertyDescriptor, freeze } = Object;
  const { apply, construct, ownKeys } = Reflect;
  type Run = (...rest: unknown[]) => unknown;
  let calls = 0;

  const wrapFunction = (name: string, run: Run, owner: unknown): Run => {
    const wrapper = function (this: unknown, ...rest: unknown[]): unknown {
      calls++;
      if (new.target === undefined) return apply(run, owner, rest);
      return construct(run, rest, new.target === wrapper ? run : new.target) as unknown;
    };
    const { prototype } = run as { prototype?: object };
    // Instances of a class keep their methods; `instanceof` and `extends` work with the wrapper.
    if (typeof prototype === 'object' && getOwnPropertyDescriptor(prototype, 'constructor')?.value === run) {
      defineProperty(prototype, 'constructor', { value: wrapper });
      defineProperty(wrapper, 'prototype', { value: prototype });
    }
    for (const key of ownKeys(run)) {
      const descriptor = getOwnPropertyDescriptor(run, key) as PropertyDescriptor;
      if (key === 'length' || key === 'name' || key === 'prototype') continue;
      const isMethod = typeof descriptor.value === 'function';
      defineProperty(
        wrapper,
        key,
        isMethod ? { value: wrapFunction(String(key), descriptor.value as Run, run) } : descriptor,
      );
    }
    defineProperty(wrapper, 'name', { value: name });
    defineProperty(wrapper, 'length', { value: 0 });
    return wrapper as Run;
  };
  const wrap = (name: string, value: unknown, isOutside: boolean): unknown => {
    if (typeof value === 'function') return wrapFunction(name, value as Run, undefined);
    const isPlain = typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
    if (!isPlain || !isOutside) return value;
    const copy: Record<string, unknown> = {};
    for (const key of Object.keys(value)) {
      const part = (value as Record<string, unknown>)[key];
      copy[key] = typeof part === 'function' ? wrapFunction(key, part as Run, value) : part;
    }
    return copy;
  };
  const exports = create(null) as Record<string, unknown>;
  defineProperty(exports, '__esModule', { value: true });
  for (const name of Object.keys(exported).sort()) exports[name] = wrap(name, exported[name], true);
  return { exports: freeze(exports), calls: () => calls };
}
