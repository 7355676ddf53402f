type Key = string | number;

export function createLoader<Value>(
  batch: (keys: Key[]) => Promise<(Value | Error)[]>,
  { maxBatchSize = Infinity }: { maxBatchSize?: number } = {},
) {
  return {
    async load(key: Key): Promise<Value> {
      const [value] = await batch([key]);
      return value as Value;
    },
    async loadMany(keys: Key[]): Promise<(Value | Error)[]> {
      return [];
    },
    clear(key: Key) {},
  };
}
