import { DOMException } from './events.ts';

/** structuredClone for what a service keeps: plain data, Map, Set, Date, RegExp, errors, buffers; cycles stay cycles. */
export function structuredClone(value: unknown): unknown {
  return copy(value, new Map());
}

function copy(value: unknown, seen: Map<object, unknown>): unknown {
  if (typeof value === 'function' || typeof value === 'symbol') {
    throw new DOMException(`${String(value).slice(0, 100)} could not be cloned.`, 'DataCloneError');
  }
  if (typeof value !== 'object' || value === null) return value;
  if (seen.has(value)) return seen.get(value);
  const keep = <Made extends object>(made: Made): Made => {
    seen.set(value, made);
    return made;
  };
  if (Array.isArray(value)) {
    const list = keep(new Array<unknown>(value.length));
    for (const key of Object.keys(value)) list[Number(key)] = copy(value[Number(key)], seen);
    return list;
  }
  if (value instanceof Date) return keep(new Date(value.getTime()));
  if (value instanceof RegExp) return keep(new RegExp(value.source, value.flags));
  if (value instanceof Map) {
    const map = keep(new Map<unknown, unknown>());
    for (const [key, item] of value) map.set(copy(key, seen), copy(item, seen));
    return map;
  }
  if (value instanceof Set) {
    const set = keep(new Set<unknown>());
    for (const item of value) set.add(copy(item, seen));
    return set;
  }
  if (value instanceof Error) {
    const error = keep(new Error(value.message));
    Object.defineProperty(error, 'name', { value: value.name, configurable: true, writable: true });
    error.stack = value.stack;
    return error;
  }
  if (ArrayBuffer.isView(value)) {
    const View = value.constructor as new (buffer: ArrayBufferLike, offset: number, length?: number) => object;
    const length = 'length' in value ? (value as Uint8Array).length : value.byteLength;
    return keep(new View(copy(value.buffer, seen) as ArrayBuffer, value.byteOffset, length));
  }
  if (Object.prototype.toString.call(value) === '[object ArrayBuffer]') return keep((value as ArrayBuffer).slice(0));
  const plain = keep({} as Record<string, unknown>);
  for (const [key, item] of Object.entries(value)) plain[key] = copy(item, seen);
  return plain;
}
