/**
 * The one value of this name in the process, made at first use. A variable of a module would not do: Next bundles
 * instrumentation and routes apart, so a module may be loaded several times.
 */
export function oncePerProcess<Value>(name: string, make: () => Value): Value {
  const values = ((globalThis as Holder)[key] ??= new Map());
  if (!values.has(name)) values.set(name, make());
  return values.get(name) as Value;
}

const key = Symbol.for('underpin.once-per-process');
type Holder = { [key]?: Map<string, unknown> };
