// caught by: is not held up by a busy key
type Message = { key: string };
type Outcome = 'done' | 'failed' | 'skipped';

export async function handleInOrder<M extends Message>(
  messages: M[],
  limit: number,
  handle: (message: M) => Promise<unknown>,
): Promise<Outcome[]> {
  const outcomes = messages.map((): Outcome => 'skipped');
  const lastOf = new Map<string, Promise<boolean>>();
  let next = 0;

  async function work() {
    while (next < messages.length) {
      const place = next++;
      const { key } = messages[place];
      const before = lastOf.get(key) ?? Promise.resolve(true);
      const mine = before.then(async (works) => {
        if (!works) return false;
        try {
          await handle(messages[place]);
          outcomes[place] = 'done';
          return true;
        } catch {
          outcomes[place] = 'failed';
          return false;
        }
      });
      lastOf.set(key, mine);
      await mine;
    }
  }

  await Promise.all(Array.from({ length: limit }, work));
  return outcomes;
}
