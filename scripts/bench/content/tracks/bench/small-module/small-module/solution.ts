type Page<T> = { items: T[]; total: number; pages: number };

export function paginate<T>(list: T[], { page = 1, size = 10 }: { page?: number; size?: number } = {}): Page<T> {
  const pages = Math.ceil(list.length / size);
  return { items: list.slice((page - 1) * size, page * size), total: list.length, pages };
}

export function parseQuery(query: string): Record<string, string> {
  const pairs = query.replace(/^\?/, '').split('&').filter(Boolean);
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = '', value = ''] = pair.split('=');
      return [decodeURIComponent(name), decodeURIComponent(value)];
    }),
  );
}

export async function retry<T>(work: (attempt: number) => Promise<T>, attempts: number): Promise<T> {
  let last: unknown;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    try {
      return await work(attempt);
    } catch (error) {
      last = error;
    }
  }
  throw last;
}

export class Lru<V> {
  #entries = new Map<string, V>();
  #capacity: number;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get(key: string): V | null {
    const value = this.#entries.get(key);
    if (value === undefined) return null;
    this.#entries.delete(key);
    this.#entries.set(key, value);
    return value;
  }

  put(key: string, value: V): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size > this.#capacity) this.#entries.delete(this.#entries.keys().next().value!);
  }
}
