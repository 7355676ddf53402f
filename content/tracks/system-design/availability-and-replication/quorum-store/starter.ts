type Entry = { version: number; value: unknown };
type Replica = {
  put: (key: string, entry: Entry) => Promise<unknown>;
  get: (key: string) => Promise<Entry | null>;
};

export function createStore(replicas: Replica[], { w, r, timeoutMs }: { w: number; r: number; timeoutMs: number }) {
  return {
    async write(key: string, value: unknown, version: number) {
      await replicas[0]!.put(key, { version, value });
    },
    async read(key: string): Promise<Entry | null> {
      return replicas[0]!.get(key);
    },
  };
}
