// caught by: skips what comes after a failure of the same key, and nothing else
type Message = { key: string };
type Outcome = 'done' | 'failed' | 'skipped';

export async function handleInOrder<M extends Message>(
  messages: M[],
  limit: number,
  handle: (message: M) => Promise<unknown>,
): Promise<Outcome[]> {
  const outcomes = messages.map((): Outcome => 'skipped');
  // The places of each key's messages in the list. A key with work left is in this queue, or in the hands of a worker.
  const ready = [...Map.groupBy(messages.keys(), (place) => messages[place].key).values()];

  async function work() {
    for (let key = ready.shift(); key !== undefined; key = ready.shift()) {
      const place = key.shift()!;
      try {
        await handle(messages[place]);
        outcomes[place] = 'done';
      } catch {
        outcomes[place] = 'failed';
      }
      if (key.length > 0) ready.push(key);
    }
  }

  await Promise.all(Array.from({ length: limit }, work));
  return outcomes;
}
