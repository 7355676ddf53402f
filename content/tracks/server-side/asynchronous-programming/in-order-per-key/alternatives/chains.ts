type Message = { key: string };

/** A chain for each key; every link of it asks for one of the places. */
export async function handleInOrder<M extends Message>(
  messages: M[],
  limit: number,
  handle: (message: M) => Promise<unknown>,
) {
  let free = limit;
  const waiting: (() => void)[] = [];
  const take = async () => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const giveBack = () => {
    const next = waiting.shift();
    if (next) next();
    else free++;
  };

  const chains = new Map<string, Promise<boolean>>();
  const outcomes = messages.map(async (message, i) => {
    const before = chains.get(message.key) ?? Promise.resolve(true);
    const mine = Promise.withResolvers<boolean>();
    chains.set(message.key, mine.promise);
    if (!(await before)) {
      mine.resolve(false);
      return 'skipped';
    }
    await take();
    const works = await handle(message).then(
      () => true,
      () => false,
    );
    giveBack();
    mine.resolve(works);
    return works ? 'done' : 'failed';
  });
  return Promise.all(outcomes);
}
